package dev.demarc.source.files;

import dev.demarc.document.Diagnostic;
import dev.demarc.estate.Collected;
import dev.demarc.estate.Gap;
import dev.demarc.estate.Observation;

/** Takes what a {@link FileSource} reads as it reads it, in the order of the files. */
public interface Observer {

    /** A resource was seen. */
    void observed(Observation observation);

    /** A source says that it asked for a type: where nothing of it was seen, there is nothing. */
    default void collected(Collected word) {}

    /** Something was not seen. */
    void gap(Gap gap);

    /** Something is wrong with an input. */
    void problem(Diagnostic diagnostic);

    /** So far this much of a file was read; called now and then, and at the end of each file. */
    default void progress(String document, long bytes, long documents) {}
}
