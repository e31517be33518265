package dev.demarc.policy.regorus;

import dev.demarc.policy.evaluation.Dispute;
import dev.demarc.policy.evaluation.SemanticsProfile;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which switches make the documented reading of a case agree with regorus's. */
final class Attribution {
    private Attribution() {}

    /**
     * The fewest switches whose flips make a case agree: none, one, or two; else those that regorus's profile cannot do
     * without.
     */
    static Set<Dispute> of(Running running) {
        SemanticsProfile documented = SemanticsProfile.DOCUMENTED;
        if (running.difference(documented).isEmpty()) {
            return Set.of();
        }
        List<Dispute> open = new ArrayList<>(documented.differences(SemanticsProfile.REGORUS));
        for (Dispute one : open) {
            if (running.difference(flipped(documented, one)).isEmpty()) {
                return Set.of(one);
            }
        }
        for (Dispute one : open) {
            for (Dispute other : open.subList(open.indexOf(one) + 1, open.size())) {
                if (running.difference(flipped(flipped(documented, one), other)).isEmpty()) {
                    return EnumSet.of(one, other);
                }
            }
        }
        return needed(running, open);
    }

    private static Set<Dispute> needed(Running running, List<Dispute> open) {
        SemanticsProfile profile = SemanticsProfile.REGORUS;
        var needed = EnumSet.copyOf(open);
        for (Dispute one : open) {
            SemanticsProfile without = flipped(profile, one);
            if (running.difference(without).isEmpty()) {
                profile = without;
                needed.remove(one);
            }
        }
        return needed;
    }

    private static SemanticsProfile flipped(SemanticsProfile profile, Dispute dispute) {
        return profile.with(dispute, !profile.is(dispute));
    }
}
