package dev.demarc.report;

import java.util.Optional;

/**
 * A placeholder in a template.
 *
 * @param name what it asks for
 * @param length how many characters it takes, braces included
 */
record Placeholder(String name, int length) {

    /** The placeholder that starts here; empty when none does. */
    static Optional<Placeholder> at(String template, int start) {
        if (!template.startsWith("{{", start)) {
            return Optional.empty();
        }
        int end = template.indexOf("}}", start);
        if (end < 0) {
            return Optional.empty();
        }
        String name = template.substring(start + 2, end);
        boolean isWord = !name.isEmpty() && name.chars().allMatch(c -> Character.isLetter(c) || c == '.');
        return isWord ? Optional.of(new Placeholder(name, end + 2 - start)) : Optional.empty();
    }

    @Override
    public String toString() {
        return "{{" + name + "}}";
    }
}
