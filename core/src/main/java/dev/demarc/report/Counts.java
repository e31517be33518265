package dev.demarc.report;

import dev.demarc.demarcation.SidedFinding;
import dev.demarc.estate.ResourceId;
import dev.demarc.estate.ResourceType;
import dev.demarc.posture.ResourcePosture;
import dev.demarc.posture.Tally;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was read and judged, counted so that the sums add up before the reader's eyes.
 *
 * @param resources how many resources
 * @param seenAgain observations of a resource that another had shown: observed + embedded - resources; negative when
 *     resources came from elsewhere than documents
 * @param types how many resource types
 * @param unclassified resource types that the table does not know, and how many resources have them
 * @param parts resources that are parts of others, whose line covers them
 * @param partTypes how many types such parts have
 * @param subscriptions how many subscriptions the resources are in
 * @param customers verdicts that are the customer's to act on
 * @param others verdicts on layers that are not the customer's; they never count in the score
 */
public record Counts(
        int resources,
        long seenAgain,
        int types,
        SortedMap<ResourceType, Integer> unclassified,
        int parts,
        int partTypes,
        int subscriptions,
        Tally customers,
        Tally others) {

    public Counts {
        unclassified = Collections.unmodifiableSortedMap(new TreeMap<>(unclassified));
    }

    /** The counts of a report. */
    public static Counts of(Report report) {
        Set<ResourceType> types = new HashSet<>();
        Set<ResourceId> subscriptions = new HashSet<>();
        var unclassified = new TreeMap<ResourceType, Integer>();
        var parts = new TreeMap<ResourceType, Integer>();
        Tally customers = Tally.NONE;
        Tally others = Tally.NONE;
        for (ResourcePosture posture : report.assessment().resources()) {
            ResourceType type = posture.resource().type();
            types.add(type);
            posture.resource().id().subscriptionId().ifPresent(subscriptions::add);
            if (!posture.demarcation().isClassified()) {
                unclassified.merge(type, 1, Integer::sum);
            } else if (posture.demarcation().isPart()) {
                parts.merge(type, 1, Integer::sum);
            }
            for (SidedFinding finding : posture.findings()) {
                Tally one = Tally.of(finding.verdict());
                customers = finding.isCustomers() ? customers.plus(one) : customers;
                others = finding.isCustomers() ? others : others.plus(one);
            }
        }
        int resources = report.assessment().resources().size();
        long seenAgain = report.account().observed() + report.account().embedded() - resources;
        return new Counts(
                resources,
                seenAgain,
                types.size(),
                unclassified,
                parts.values().stream().mapToInt(Integer::intValue).sum(),
                parts.size(),
                subscriptions.size(),
                customers,
                others);
    }

    /** How many resources have a type that the table does not know. */
    public int unclassifiedResources() {
        return unclassified.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** All verdicts. */
    public Tally verdicts() {
        return customers.plus(others);
    }
}
