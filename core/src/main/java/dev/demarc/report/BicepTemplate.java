package dev.demarc.report;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * A Bicep template, placeholders being filled in. Inside a string a value is escaped as Bicep asks; outside of strings,
 * and in templates with multi-line strings, which know no escapes, only values of plain characters are filled in.
 */
final class BicepTemplate {
    private final String template;
    private final Map<String, String> values;
    private final Collection<String> open;
    private final boolean multiLine;

    BicepTemplate(String template, Map<String, String> values, Collection<String> open) {
        this.template = template;
        this.values = values;
        this.open = open;
        this.multiLine = template.contains("'''");
    }

    String filled() {
        var text = new StringBuilder();
        boolean inString = false;
        for (int at = 0; at < template.length(); ) {
            Optional<Placeholder> placeholder = Placeholder.at(template, at);
            if (placeholder.isPresent()) {
                text.append(value(placeholder.get(), inString));
                at += placeholder.get().length();
                continue;
            }
            char c = template.charAt(at++);
            text.append(c);
            if (c == '\\' && inString && at < template.length()) {
                text.append(template.charAt(at++));
            } else if (c == '\'') {
                inString = !inString;
            }
        }
        return text.toString();
    }

    private String value(Placeholder placeholder, boolean inString) {
        String value = values.get(placeholder.name());
        if (value != null && Shell.isPlain(value)) {
            return value;
        }
        if (value == null || !inString || multiLine) {
            open.add(placeholder.toString());
            return placeholder.toString();
        }
        return value.replace("\\", "\\\\").replace("'", "\\'").replace("${", "\\${");
    }
}
