package dev.demarc.policy.expression;

import static dev.demarc.policy.expression.Values.wants;

import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * {@code uniqueString} and {@code guid}: names that are the same for the same texts.
 *
 * <p>{@code uniqueString} is a 64-bit Murmur hash of the texts joined by dashes, made of two lanes of 32 bits with
 * multipliers of Microsoft's own, written as 13 characters of base 32. {@code guid} is a UUID of version 5 in a
 * namespace of Azure's.
 */
final class HashFunctions {
    private static final String BASE_32 = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int BASE_32_LENGTH = 13;
    private static final int FIRST_FACTOR = 0x239b961b;
    private static final int SECOND_FACTOR = 0xab0e9789;
    private static final UUID GUID_NAMESPACE = UUID.fromString("11fb06fb-712d-4ddd-98c7-e71bbd588830");

    private HashFunctions() {}

    static Outcome uniqueString(List<JsonValue> arguments) {
        return joined(arguments)
                .map(text -> Outcome.of(base32(murmur(text.getBytes(StandardCharsets.UTF_8)))))
                .orElseGet(() -> wants("uniqueString", "texts"));
    }

    static Outcome guid(List<JsonValue> arguments) {
        return joined(arguments)
                .map(text -> Outcome.of(versionFive(text).toString()))
                .orElseGet(() -> wants("guid", "texts"));
    }

    private static Optional<String> joined(List<JsonValue> arguments) {
        return arguments.stream().allMatch(JsonString.class::isInstance)
                ? Optional.of(arguments.stream()
                        .map(text -> ((JsonString) text).value())
                        .collect(Collectors.joining("-")))
                : Optional.empty();
    }

    private static String base32(long hash) {
        var text = new StringBuilder();
        long rest = hash;
        for (int i = 0; i < BASE_32_LENGTH; i++) {
            text.append(BASE_32.charAt((int) (rest >>> 59)));
            rest <<= 5;
        }
        return text.toString();
    }

    private static long murmur(byte[] data) {
        int low = 0;
        int high = 0;
        int at = 0;
        for (; at + 8 <= data.length; at += 8) {
            low = Integer.rotateLeft(low ^ lowMix(word(data, at)), 19) + high;
            low = low * 5 + 0x561ccd1b;
            high = Integer.rotateLeft(high ^ highMix(word(data, at + 4)), 13) + low;
            high = high * 5 + 0x0bcaa747;
        }
        if (at < data.length) {
            low ^= lowMix(word(data, at));
        }
        if (at + 4 < data.length) {
            high ^= highMix(word(data, at + 4));
        }
        low ^= data.length;
        high ^= data.length;
        low += high;
        high += low;
        low = finish(low);
        high = finish(high);
        low += high;
        high += low;
        return ((long) high << 32) | (low & 0xffffffffL);
    }

    private static int lowMix(int word) {
        return Integer.rotateLeft(word * FIRST_FACTOR, 15) * SECOND_FACTOR;
    }

    private static int highMix(int word) {
        return Integer.rotateLeft(word * SECOND_FACTOR, 17) * FIRST_FACTOR;
    }

    private static int finish(int lane) {
        int mixed = (lane ^ (lane >>> 16)) * 0x85ebca6b;
        mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
        return mixed ^ (mixed >>> 16);
    }

    /** Up to four bytes from a position, the first the lowest; bytes beyond the end count as zero. */
    private static int word(byte[] data, int at) {
        int word = 0;
        for (int i = 0; i < 4 && at + i < data.length; i++) {
            word |= (data[at + i] & 0xff) << (8 * i);
        }
        return word;
    }

    private static UUID versionFive(String text) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(ByteBuffer.allocate(16)
                    .putLong(GUID_NAMESPACE.getMostSignificantBits())
                    .putLong(GUID_NAMESPACE.getLeastSignificantBits())
                    .array());
            ByteBuffer hash = ByteBuffer.wrap(sha1.digest(text.getBytes(StandardCharsets.UTF_8)));
            long most = (hash.getLong() & ~0xf000L) | 0x5000L;
            long least = (hash.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
            return new UUID(most, least);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
