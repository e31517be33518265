package dev.demarc.source.files;

import dev.demarc.estate.Account;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What became of every file and every document in them; it adds up.
 *
 * @param met how many files were named or found: read, ignored or unopened
 * @param files those that were read, in the order of reading
 * @param ignored how many were passed over: in a folder and not JSON, or read already
 * @param unopened how many paths do not exist or could not be opened
 */
public record FileAccounts(int met, List<FileAccount> files, int ignored, int unopened) {

    public FileAccounts {
        files = List.copyOf(files);
        if (met != files.size() + ignored + unopened) {
            throw new IllegalArgumentException("of " + met + " files, " + files.size() + " are read, " + ignored
                    + " ignored and " + unopened + " unopened, which does not add up");
        }
    }

    /** All files together; what could not be read counts as refused. */
    public Account total() {
        return files.stream().map(FileAccount::account).reduce(Account.NONE, Account::plus);
    }

    /** Documents that could not be read, a part of those refused. */
    public long skipped() {
        return sum(FileAccount::skipped);
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
