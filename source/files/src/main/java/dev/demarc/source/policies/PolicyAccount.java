package dev.demarc.source.policies;

/**
 * What became of every file and of every JSON document or table row in them; it adds up.
 *
 * @param files how many were named or found
 * @param read how many of them were read
 * @param leftOut how many were passed over: not JSON, read already, or not meant, such as the copies for another cloud
 * @param unopened how many do not exist or could not be opened
 * @param documents how many JSON documents or table rows were met in those read
 * @param taken those that say something about policies, their tests, or how to read them
 * @param refused those that are wrong or cannot be read
 * @param others those that are about something else
 * @param policies how many policy documents came of those taken; one may give several or none
 */
public record PolicyAccount(
        int files,
        int read,
        int leftOut,
        int unopened,
        int documents,
        int taken,
        int refused,
        int others,
        int policies) {

    public PolicyAccount {
        if (files != read + leftOut + unopened) {
            throw new IllegalArgumentException("of " + files + " files, " + read + " are read, " + leftOut
                    + " left out and " + unopened + " unopened, which does not add up");
        }
        if (documents != taken + refused + others) {
            throw new IllegalArgumentException("of " + documents + " documents, " + taken + " are taken, " + refused
                    + " refused and " + others + " about something else, which does not add up");
        }
    }
}
