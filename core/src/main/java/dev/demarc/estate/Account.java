package dev.demarc.estate;

/**
 * What became of every document that a source read, so that nothing is lost without a word.
 *
 * @param documents how many documents were met
 * @param observed how many of them became observations
 * @param refused how many were refused, each with a diagnostic
 * @param embedded observations found inside documents: subnets in a virtual network, rules in a security group
 */
public record Account(long documents, long observed, long refused, long embedded) {
    /** Nothing read yet. */
    public static final Account NONE = new Account(0, 0, 0, 0);

    public Account {
        if (documents != observed + refused) {
            throw new IllegalArgumentException(
                    documents + " documents are not " + observed + " observed and " + refused + " refused");
        }
    }

    /** Both together. */
    public Account plus(Account other) {
        return new Account(
                documents + other.documents,
                observed + other.observed,
                refused + other.refused,
                embedded + other.embedded);
    }
}
