package dev.demarc.policy.expression;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * IP addresses from one to another, both included, of one family.
 *
 * @param bits 32 for version 4, 128 for version 6
 */
record AddressRange(int bits, BigInteger from, BigInteger to) {

    /** The range written as an address, as {@code address/prefix} (further bits are cut off), or {@code from-to}. */
    static Optional<AddressRange> parse(String text) {
        int dash = text.indexOf('-');
        if (dash >= 0) {
            return between(
                    text.substring(0, dash).strip(), text.substring(dash + 1).strip());
        }
        int slash = text.indexOf('/');
        String address = (slash < 0 ? text : text.substring(0, slash)).strip();
        byte[] bytes = bytes(address);
        if (bytes == null) {
            return Optional.empty();
        }
        int bits = bytes.length * 8;
        var prefix = slash < 0
                ? OptionalLong.of(bits)
                : Values.whole(text.substring(slash + 1).strip());
        if (prefix.isEmpty() || prefix.getAsLong() < 0 || prefix.getAsLong() > bits) {
            return Optional.empty();
        }
        int free = bits - (int) prefix.getAsLong();
        BigInteger from = new BigInteger(1, bytes).shiftRight(free).shiftLeft(free);
        return Optional.of(new AddressRange(
                bits, from, from.add(BigInteger.ONE.shiftLeft(free)).subtract(BigInteger.ONE)));
    }

    private static Optional<AddressRange> between(String first, String last) {
        byte[] from = bytes(first);
        byte[] to = bytes(last);
        if (from == null || to == null || from.length != to.length) {
            return Optional.empty();
        }
        var range = new AddressRange(from.length * 8, new BigInteger(1, from), new BigInteger(1, to));
        return range.from.compareTo(range.to) <= 0 ? Optional.of(range) : Optional.empty();
    }

    /** Whether every address of another range is in this one; never across families. */
    boolean contains(AddressRange other) {
        return bits == other.bits && from.compareTo(other.from) <= 0 && to.compareTo(other.to) >= 0;
    }

    private static byte @Nullable [] bytes(String address) {
        return address.indexOf(':') >= 0 ? version6(address) : version4(address);
    }

    private static byte @Nullable [] version4(String address) {
        String[] parts = address.split("\\.", -1);
        if (parts.length != 4) {
            return null;
        }
        byte[] bytes = new byte[4];
        for (int i = 0; i < 4; i++) {
            int part = number(parts[i], 10, 3);
            if (part < 0 || part > 255) {
                return null;
            }
            bytes[i] = (byte) part;
        }
        return bytes;
    }

    private static byte @Nullable [] version6(String address) {
        int gap = address.indexOf("::");
        String head = gap < 0 ? address : address.substring(0, gap);
        String tail = gap < 0 ? "" : address.substring(gap + 2);
        byte[] before = groups(head);
        byte[] after = groups(tail);
        if (before == null || after == null) {
            return null;
        }
        int given = before.length + after.length;
        if (gap < 0 ? given != 16 : given > 14) {
            return null;
        }
        byte[] bytes = new byte[16];
        System.arraycopy(before, 0, bytes, 0, before.length);
        System.arraycopy(after, 0, bytes, 16 - after.length, after.length);
        return bytes;
    }

    private static byte @Nullable [] groups(String text) {
        if (text.isEmpty()) {
            return new byte[0];
        }
        String[] parts = text.split(":", -1);
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < parts.length; i++) {
            boolean dotted = i == parts.length - 1 && parts[i].indexOf('.') >= 0;
            byte[] embedded = dotted ? version4(parts[i]) : null;
            int group = dotted ? 0 : number(parts[i], 16, 4);
            if (group < 0 || (dotted && embedded == null)) {
                return null;
            }
            if (embedded != null) {
                bytes.writeBytes(embedded);
            } else {
                bytes.write(group >> 8);
                bytes.write(group & 0xff);
            }
        }
        return bytes.toByteArray();
    }

    private static int number(String text, int radix, int longest) {
        if (text.isEmpty() || text.length() > longest) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = Character.digit(text.charAt(i), radix);
            if (digit < 0) {
                return -1;
            }
            number = number * radix + digit;
        }
        return number;
    }
}
