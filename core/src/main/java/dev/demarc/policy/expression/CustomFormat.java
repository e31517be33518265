package dev.demarc.policy.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** A custom numeric format of .NET: digits {@code 0} and {@code #}, a point, groups, per cent, and text around them. */
final class CustomFormat {
    private static final String POINT = ".";

    private final List<String> sections = new ArrayList<>();

    CustomFormat(String format) {
        var section = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (quote == 0 && c == ';') {
                sections.add(section.toString());
                section.setLength(0);
                continue;
            }
            if (c == '\'' || c == '"') {
                quote = quote == 0 ? c : quote == c ? 0 : quote;
            }
            section.append(c);
        }
        sections.add(section.toString());
    }

    /** A number in this format. */
    String of(BigDecimal number) {
        boolean ownNegative = sections.size() > 1 && !sections.get(1).isEmpty();
        if (number.signum() < 0 && ownNegative) {
            return new Section(sections.get(1)).of(number.negate());
        }
        if (number.signum() == 0 && sections.size() > 2 && !sections.get(2).isEmpty()) {
            return new Section(sections.get(2)).of(number);
        }
        var section = new Section(sections.getFirst());
        String text = section.of(number.abs());
        return number.signum() < 0 && section.rounded(number).signum() != 0 ? "-" + text : text;
    }

    /** One section: what is written for each character of its pattern. */
    private static final class Section {
        /** Placeholders, each {@code 0}, {@code #} or {@code .}, and texts, each behind a tick. */
        private final List<String> parts = new ArrayList<>();

        private int fraction;
        private int scale;
        private boolean grouped;

        Section(String pattern) {
            boolean point = false;
            int commas = 0;
            for (int i = 0; i < pattern.length(); i++) {
                char c = pattern.charAt(i);
                switch (c) {
                    case '0', '#' -> {
                        parts.add(String.valueOf(c));
                        fraction += point ? 1 : 0;
                        grouped |= commas > 0 && !point;
                        commas = 0;
                    }
                    case '.' -> {
                        scale -= 3 * commas;
                        commas = 0;
                        if (!point) {
                            parts.add(POINT);
                        }
                        point = true;
                    }
                    case ',' -> commas += hasDigit() && !point ? 1 : 0;
                    case '%', '‰' -> {
                        scale += c == '%' ? 2 : 3;
                        parts.add("'" + c);
                    }
                    case '\\' -> {
                        i++;
                        parts.add("'" + (i < pattern.length() ? pattern.charAt(i) : ""));
                    }
                    case '\'', '"' -> {
                        int end = pattern.indexOf(c, i + 1);
                        int stop = end < 0 ? pattern.length() : end;
                        parts.add("'" + pattern.substring(i + 1, stop));
                        i = stop;
                    }
                    default -> parts.add("'" + c);
                }
            }
            scale -= 3 * commas;
        }

        private boolean hasDigit() {
            return parts.contains("0") || parts.contains("#");
        }

        BigDecimal rounded(BigDecimal number) {
            return number.movePointRight(scale).setScale(fraction, RoundingMode.HALF_UP);
        }

        String of(BigDecimal number) {
            String plain = rounded(number).toPlainString();
            int point = plain.indexOf('.');
            String whole = point < 0 ? plain : plain.substring(0, point);
            String rest = point < 0 ? "" : plain.substring(point + 1);
            return before(whole.equals("0") ? "" : whole) + after(rest);
        }

        private int pointAt() {
            int at = parts.indexOf(POINT);
            return at < 0 ? parts.size() : at;
        }

        /** The digits before the point, from the last to the first; the first placeholder takes all that are left. */
        private String before(String whole) {
            List<String> own = parts.subList(0, pointAt());
            int first = own.stream().anyMatch(Section::isDigit) ? firstDigit(own) : -1;
            int leastZero = own.indexOf("0");
            var text = new StringBuilder();
            int left = whole.length();
            int written = 0;
            for (int i = own.size() - 1; i >= 0; i--) {
                String part = own.get(i);
                if (!isDigit(part)) {
                    text.insert(0, part.substring(1));
                    continue;
                }
                boolean needed = leastZero >= 0 && i >= leastZero;
                do {
                    if (left > 0 || needed) {
                        text.insert(0, grouped && written > 0 && written % 3 == 0 ? "," : "");
                        text.insert(0, left > 0 ? whole.charAt(left - 1) : '0');
                        left--;
                        written++;
                    }
                } while (i == first && left > 0);
            }
            return text.toString();
        }

        private static int firstDigit(List<String> own) {
            int at = 0;
            while (!isDigit(own.get(at))) {
                at++;
            }
            return at;
        }

        private String after(String rest) {
            if (pointAt() == parts.size()) {
                return "";
            }
            List<String> own = parts.subList(pointAt() + 1, parts.size());
            int lastZero = own.lastIndexOf("0");
            String digits = rest;
            int least = (int) own.subList(0, lastZero + 1).stream()
                    .filter(Section::isDigit)
                    .count();
            while (digits.length() > least && digits.endsWith("0")) {
                digits = digits.substring(0, digits.length() - 1);
            }
            var text = new StringBuilder(digits.isEmpty() ? "" : POINT);
            int at = 0;
            for (String part : own) {
                if (!isDigit(part)) {
                    text.append(part.substring(1));
                } else if (at < digits.length()) {
                    text.append(digits.charAt(at++));
                }
            }
            return text.toString();
        }

        private static boolean isDigit(String part) {
            return part.equals("0") || part.equals("#");
        }
    }
}
