package dev.demarc.document;

import java.io.IOException;

/** Bytes that cannot be decoded: gzip or UTF-16 gone wrong. Caught where a document is read, never leaves the room. */
final class InputFailure extends IOException {
    private static final long serialVersionUID = 1L;

    final String code;
    final String sentence;
    final String hint;

    InputFailure(String code, String sentence, String hint) {
        super(sentence);
        this.code = code;
        this.sentence = sentence;
        this.hint = hint;
    }
}
