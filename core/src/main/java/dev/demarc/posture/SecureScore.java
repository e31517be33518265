package dev.demarc.posture;

import dev.demarc.document.JsonNumber;
import dev.demarc.document.JsonObject;
import dev.demarc.estate.Estate;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceId;
import dev.demarc.estate.ResourceType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Microsoft's Secure Score of Defender for Cloud, recomputed from the counts or assessments that the estate holds. It is
 * Microsoft's figure about Microsoft's recommendations, shown beside Demarc's own score and never mixed with it.
 *
 * <p>The arithmetic was recovered from recorded answers and reproduces them to the cent: a control's current score is
 * {@code max x healthy / (healthy + unhealthy)} rounded half-even to 2 decimals; its percentage is that rounded figure
 * by max, half-even to 4 decimals; a subscription sums over the controls with at least one healthy or unhealthy
 * resource.
 *
 * @param subscriptions in id order; never empty
 */
public record SecureScore(List<SubscriptionScore> subscriptions) {
    private static final ResourceType SCORE = ResourceType.of("Microsoft.Security/secureScores");
    private static final BigDecimal MOST_RESOURCES = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final ResourceType CONTROL = ResourceType.of("Microsoft.Security/secureScores/secureScoreControls");

    public SecureScore {
        subscriptions = List.copyOf(subscriptions);
        if (subscriptions.isEmpty()) {
            throw new IllegalArgumentException("a secure score needs at least one subscription");
        }
    }

    /**
     * One subscription.
     *
     * @param weight how much it counts among several: what Defender reports when it does so for all of them, else its
     *     healthy and unhealthy resources; the two are different units
     * @param reported what Defender itself says the current score is; empty when the estate does not hold it
     */
    public record SubscriptionScore(
            String subscription,
            List<ControlResult> controls,
            BigDecimal current,
            BigDecimal max,
            BigDecimal weight,
            Optional<BigDecimal> reported) {

        public SubscriptionScore {
            controls = List.copyOf(controls);
        }

        /** Current by max, half-even to 4 decimals; 0 when nothing counts. */
        public BigDecimal percentage() {
            return ratio(current, max);
        }

        /** Whether Defender reports another current score than the one recomputed here. */
        public boolean differsFromReported() {
            return reported.isPresent() && reported.get().compareTo(current) != 0;
        }
    }

    /** One of Microsoft's security controls in one subscription. */
    public record ControlResult(
            String id, String title, int healthy, int unhealthy, int notApplicable, BigDecimal max) {

        /** Whether any resource is healthy or unhealthy, so that the control takes part in the sum. */
        public boolean counts() {
            return healthy > 0 || unhealthy > 0;
        }

        /** The points reached, half-even to 2 decimals; 0 when the control does not count. */
        public BigDecimal current() {
            return counts()
                    ? max.multiply(BigDecimal.valueOf(healthy))
                            .divide(BigDecimal.valueOf((long) healthy + unhealthy), 2, RoundingMode.HALF_EVEN)
                    : BigDecimal.ZERO.setScale(2);
        }

        /** The rounded points by max, half-even to 4 decimals; 0 when max is 0. */
        public BigDecimal percentage() {
            return ratio(current(), max);
        }
    }

    /**
     * The score of an estate; empty when it holds neither Defender's control counts nor its assessments. A subscription
     * is left out when what was seen of it is not enough to compute a figure.
     */
    public static Optional<SecureScore> of(Estate estate) {
        Map<String, List<ControlResult>> controls = reported(estate);
        DefenderAssessments.controls(estate).forEach(controls::putIfAbsent);
        if (controls.isEmpty()) {
            return Optional.empty();
        }
        Map<String, JsonObject> overall = new HashMap<>();
        for (Resource score : estate.ofType(SCORE)) {
            if (isDefault(score.id())) {
                subscription(score)
                        .ifPresent(id -> overall.put(id, score.document().object("properties")));
            }
        }
        boolean isWeighted = controls.keySet().stream()
                .allMatch(id ->
                        weight(overall.getOrDefault(id, JsonObject.empty())).isPresent());
        var subscriptions = new ArrayList<SubscriptionScore>();
        controls.forEach((id, results) ->
                subscriptions.add(subscription(id, results, overall.getOrDefault(id, JsonObject.empty()), isWeighted)));
        return Optional.of(new SecureScore(subscriptions));
    }

    /**
     * The controls by subscription as Defender counted them. Only those of its default initiative: others have scores of
     * their own. A subscription with a control that lacks its counts or its max, as a mere listing does, is left out.
     */
    private static Map<String, List<ControlResult>> reported(Estate estate) {
        var controls = new TreeMap<String, List<ControlResult>>();
        var incomplete = new HashSet<String>();
        for (Resource control : estate.ofType(CONTROL)) {
            Optional<String> subscription = subscription(control);
            if (subscription.isPresent()
                    && control.id().parent().filter(SecureScore::isDefault).isPresent()) {
                Optional<ControlResult> result = reported(control);
                result.ifPresent(seen -> controls.computeIfAbsent(subscription.get(), id -> new ArrayList<>())
                        .add(seen));
                if (result.isEmpty()) {
                    incomplete.add(subscription.get());
                }
            }
        }
        controls.keySet().removeAll(incomplete);
        return controls;
    }

    private static boolean isDefault(ResourceId score) {
        return score.name().equalsIgnoreCase("ascScore");
    }

    /** The percentage over all subscriptions, each by its weight, half-even to 4 decimals. */
    public BigDecimal percentage() {
        BigDecimal weighted = BigDecimal.ZERO;
        BigDecimal weights = BigDecimal.ZERO;
        for (SubscriptionScore subscription : subscriptions) {
            weighted = weighted.add(subscription.percentage().multiply(subscription.weight()));
            weights = weights.add(subscription.weight());
        }
        return ratio(weighted, weights);
    }

    private static SubscriptionScore subscription(
            String id, List<ControlResult> controls, JsonObject reported, boolean isWeighted) {
        BigDecimal current = BigDecimal.ZERO.setScale(2);
        BigDecimal max = BigDecimal.ZERO;
        long resources = 0;
        for (ControlResult control : controls) {
            if (control.counts()) {
                current = current.add(control.current());
                max = max.add(control.max());
                resources += (long) control.healthy() + control.unhealthy();
            }
        }
        return new SubscriptionScore(
                id,
                controls,
                current,
                max,
                weight(reported).filter(weight -> isWeighted).orElse(BigDecimal.valueOf(resources)),
                number(reported.object("score"), "current"));
    }

    private static Optional<ControlResult> reported(Resource control) {
        JsonObject properties = control.document().object("properties");
        Optional<Integer> healthy = count(properties, "healthyResourceCount");
        Optional<Integer> unhealthy = count(properties, "unhealthyResourceCount");
        Optional<BigDecimal> max = number(properties.object("score"), "max").filter(points -> points.signum() >= 0);
        if (healthy.isEmpty() || unhealthy.isEmpty() || max.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ControlResult(
                control.name(),
                properties.text("displayName").orElse(control.name()),
                healthy.get(),
                unhealthy.get(),
                count(properties, "notApplicableResourceCount").orElse(0),
                max.get()));
    }

    private static Optional<String> subscription(Resource resource) {
        return resource.id().subscriptionId().map(ResourceId::folded);
    }

    private static Optional<BigDecimal> number(JsonObject owner, String name) {
        return owner.get(name) instanceof JsonNumber number ? Optional.of(number.decimal()) : Optional.empty();
    }

    private static Optional<BigDecimal> weight(JsonObject score) {
        return number(score, "weight").filter(weight -> weight.signum() >= 0);
    }

    /** A number of resources; empty when it is none: negative, broken, or more than there can be. */
    private static Optional<Integer> count(JsonObject owner, String name) {
        return number(owner, name)
                .filter(number -> number.signum() >= 0 && number.compareTo(MOST_RESOURCES) <= 0)
                .filter(number -> number.stripTrailingZeros().scale() <= 0)
                .map(BigDecimal::intValueExact);
    }

    private static BigDecimal ratio(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? BigDecimal.ZERO.setScale(4) : part.divide(whole, 4, RoundingMode.HALF_EVEN);
    }
}
