package dev.demarc.report.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers distinct values in the order they are first met, so that a column holds numbers and a value stands once. */
final class Index<T> {
    private final Map<T, Integer> numbers = new HashMap<>();
    private final List<T> values = new ArrayList<>();

    /** The number of a value, from 0; a new one when it was not met before. */
    int of(T value) {
        Integer known = numbers.putIfAbsent(value, values.size());
        if (known != null) {
            return known;
        }
        values.add(value);
        return values.size() - 1;
    }

    /** The number of a value met before; -1 otherwise. */
    int known(T value) {
        return numbers.getOrDefault(value, -1);
    }

    /** The values by number. */
    List<T> values() {
        return List.copyOf(values);
    }
}
