package dev.demarc.source.files;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What became of every file and every document; it adds up.
 *
 * @param filesMet how many files were named or found: read, ignored or unopened
 * @param files those that were read, in the order of reading
 * @param ignored how many files in folders are not JSON
 * @param unopened how many paths do not exist or could not be opened
 */
public record Account(int filesMet, List<FileAccount> files, int ignored, int unopened) {

    public Account {
        files = List.copyOf(files);
        if (filesMet != files.size() + ignored + unopened) {
            throw new IllegalArgumentException("of " + filesMet + " files, " + files.size() + " are read, " + ignored
                    + " ignored and " + unopened + " unopened, which does not add up");
        }
    }

    /** Documents met: observed, refused or skipped. */
    public long documents() {
        return sum(FileAccount::documents);
    }

    /** Documents that became an observation, duplicates included. */
    public long observed() {
        return sum(FileAccount::observed);
    }

    /** Documents that were read and are no resource that can be judged. */
    public long refused() {
        return sum(FileAccount::refused);
    }

    /** Documents that could not be read. */
    public long skipped() {
        return sum(FileAccount::skipped);
    }

    /** Observations of what was embedded in other documents. */
    public long children() {
        return sum(FileAccount::children);
    }

    /** Secret texts that were dropped. */
    public long secrets() {
        return sum(FileAccount::secrets);
    }

    /** Bytes read, before decompression. */
    public long bytes() {
        return sum(FileAccount::bytes);
    }

    private long sum(ToLongFunction<FileAccount> figure) {
        return files.stream().mapToLong(figure).sum();
    }
}
