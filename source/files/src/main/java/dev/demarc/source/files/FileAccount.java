package dev.demarc.source.files;

import dev.demarc.estate.Account;

/**
 * What became of the documents of one file.
 *
 * @param document the file's name as the user gave it
 * @param bytes how many were read, before decompression
 * @param account documents met, observed, refused, and observations embedded in them
 * @param skipped how many of those refused could not be read at all; a broken line or end of a file counts as one
 * @param secrets how many secret texts were dropped
 */
public record FileAccount(String document, long bytes, Account account, long skipped, long secrets) {

    public FileAccount {
        if (skipped > account.refused()) {
            throw new IllegalArgumentException("in `" + document + "` " + skipped + " documents are skipped, but only "
                    + account.refused() + " refused");
        }
    }
}
