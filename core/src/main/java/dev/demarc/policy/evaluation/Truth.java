package dev.demarc.policy.evaluation;

import java.util.List;

/** Whether something holds: true, false, or undecided with the reason. */
public sealed interface Truth {
    /** A definite answer. */
    enum Decided implements Truth {
        TRUE,
        FALSE
    }

    /**
     * No answer.
     *
     * @param reason one sentence
     */
    record Undecided(Cause cause, String reason) implements Truth {}

    /** Why there is no answer. */
    enum Cause {
        /** Something that decides it was not seen. */
        NOT_SEEN,
        /** The condition cannot be carried out on what was found. */
        FAILED
    }

    /** True or false. */
    static Truth of(boolean holds) {
        return holds ? Decided.TRUE : Decided.FALSE;
    }

    /** Undecided, because something was not seen. */
    static Truth notSeen(String reason) {
        return new Undecided(Cause.NOT_SEEN, reason);
    }

    /** Undecided, because the condition cannot be carried out. */
    static Truth failed(String reason) {
        return new Undecided(Cause.FAILED, reason);
    }

    /** Whether it is definitely true. */
    default boolean holds() {
        return equals(Decided.TRUE);
    }

    /** Whether it is definitely false. */
    default boolean fails() {
        return equals(Decided.FALSE);
    }

    /** The opposite; undecided stays so. */
    default Truth negated() {
        return switch (this) {
            case Decided decided -> decided == Decided.TRUE ? Decided.FALSE : Decided.TRUE;
            case Undecided undecided -> undecided;
        };
    }

    /** Whether all hold; true of none. A failure is reported before something not seen. */
    static Truth all(List<Truth> parts) {
        return combined(parts, Decided.FALSE);
    }

    /** Whether any holds; false of none. A failure is reported before something not seen. */
    static Truth any(List<Truth> parts) {
        return combined(parts, Decided.TRUE);
    }

    private static Truth combined(List<Truth> parts, Truth decisive) {
        Truth open = decisive.negated();
        for (Truth part : parts) {
            if (part.equals(decisive)) {
                return decisive;
            }
            if (part instanceof Undecided here) {
                boolean first = !(open instanceof Undecided);
                boolean worse = open instanceof Undecided there
                        && there.cause() == Cause.NOT_SEEN
                        && here.cause() == Cause.FAILED;
                open = first || worse ? here : open;
            }
        }
        return open;
    }
}
