package dev.demarc.check;

import dev.demarc.estate.Estate;
import java.util.List;

/** A control or policy made ready to run. */
public sealed interface Check permits Check.PerResource, Check.WholeEstate {

    /** The id of the control or policy. */
    String id();

    /** A check that judges one resource at a time. The same question always gets the same answer. */
    non-sealed interface PerResource extends Check {
        /** The judgement of one resource; not-applicable when the check is not about it. */
        Judgement judge(Subject subject);
    }

    /** A check that needs to see everything at once. */
    non-sealed interface WholeEstate extends Check {
        /** The findings over an estate. */
        List<Finding> judge(Estate estate);
    }
}
