package dev.demarc.source.files;

/**
 * What became of the documents of one file.
 *
 * @param document the file's name as the user gave it
 * @param bytes how many were read, before decompression
 * @param documents how many documents were met: observed, refused or skipped
 * @param observed how many became an observation, duplicates included
 * @param refused how many were read and are no resource that can be judged
 * @param skipped how many could not be read; a broken end of a file or line counts as one
 * @param children how many observations more come from what is embedded in the observed documents
 * @param secrets how many secret texts were dropped
 */
public record FileAccount(
        String document,
        long bytes,
        long documents,
        long observed,
        long refused,
        long skipped,
        long children,
        long secrets) {

    public FileAccount {
        if (documents != observed + refused + skipped) {
            throw new IllegalArgumentException("of " + documents + " documents in `" + document + "`, " + observed
                    + " are observed, " + refused + " refused and " + skipped + " skipped, which does not add up");
        }
    }
}
