package dev.demarc.runner.opinion;

import dev.demarc.estate.Estate;
import dev.demarc.estate.Observation;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Aliases;
import dev.demarc.policy.syntax.PolicyDefinition;
import dev.demarc.runner.opinion.PublicData.Decision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Both engines' answers, held against each other.
 *
 * @param compared how many decisions of the other engine
 * @param agreed how many of them this one makes too, in each of {@link #READINGS}
 * @param modes how many of them are of definitions of each mode
 * @param differences every one that this engine does not make as documented, by definition and resource
 */
record SecondOpinion(long compared, Map<Reading, Long> agreed, Map<String, Long> modes, List<Difference> differences) {
    /** The ways of reading in which agreement is counted. */
    static final List<Reading> READINGS = List.of(Reading.DOCUMENTED, Reading.OTHER, Reading.ALIKE, Reading.IMITATED);

    SecondOpinion {
        agreed = Map.copyOf(agreed);
        modes = Map.copyOf(modes);
        differences = List.copyOf(differences);
    }

    /** The share of decisions that this engine makes too in a reading, from 0 to 1. */
    double agreement(Reading reading) {
        return (double) agreed.getOrDefault(reading, 0L) / compared;
    }

    /** The differences that nothing known explains. */
    List<Difference> unexplained() {
        return differences.stream().filter(one -> one.causes().isEmpty()).toList();
    }

    /**
     * A decision that this engine does not make.
     *
     * @param ours what it says instead
     * @param causes what has to change for it to agree, as little as will do; empty when nothing known explains it
     */
    record Difference(Decision decision, String ours, List<Cause> causes) {
        /** Whether this engine gives no answer where the other gives one. */
        boolean isOpen() {
            return ours.equals(Question.OPEN);
        }
    }

    /** Nothing compared. */
    private static final SecondOpinion NOTHING = new SecondOpinion(0, Map.of(), Map.of(), List.of());

    /** The two held against each other, for the decisions that a test picks. */
    static SecondOpinion of(PublicData data, Predicate<Decision> picked) {
        var definitions = data.definitions();
        List<Observation> seen = data.observations();
        var asking = new Asking(data.aliases(), Estate.of(seen, List.of()), PublicData.whole(seen));
        return data.decisions().entrySet().parallelStream()
                .map(entry -> asking.one(
                        Objects.requireNonNull(definitions.get(entry.getKey()), entry.getKey()),
                        entry.getValue().stream().filter(picked).toList()))
                .reduce(NOTHING, SecondOpinion::plus);
    }

    private SecondOpinion plus(SecondOpinion other) {
        var all = new ArrayList<>(differences);
        all.addAll(other.differences);
        return new SecondOpinion(compared + other.compared, sum(agreed, other.agreed), sum(modes, other.modes), all);
    }

    private static <K> Map<K, Long> sum(Map<K, Long> one, Map<K, Long> other) {
        var sum = new HashMap<>(one);
        other.forEach((key, count) -> sum.merge(key, count, Long::sum));
        return sum;
    }

    /** What is the same for every definition. */
    private static final class Asking {
        private static final List<Cause> CAUSES = Cause.all();

        private final Aliases aliases;
        private final Estate estate;
        private final Map<String, Resource> resources;

        Asking(Aliases aliases, Estate estate, Map<String, Resource> resources) {
            this.aliases = aliases;
            this.estate = estate;
            this.resources = resources;
        }

        SecondOpinion one(PolicyDefinition definition, List<Decision> decisions) {
            var types = decisions.stream()
                    .map(decision -> resource(decision).type())
                    .collect(Collectors.toSet());
            var questions = new Questions(definition, types);
            var agreed = new HashMap<Reading, Long>();
            var differences = new ArrayList<Difference>();
            for (Decision decision : decisions) {
                Resource resource = resource(decision);
                for (Reading reading : READINGS) {
                    if (same(questions.in(reading).answer(resource), decision)) {
                        agreed.merge(reading, 1L, Long::sum);
                    }
                }
                String ours = questions.in(Reading.DOCUMENTED).answer(resource);
                if (!same(ours, decision)) {
                    differences.add(new Difference(decision, ours, causes(questions, resource, decision)));
                }
            }
            long compared = decisions.size();
            return new SecondOpinion(compared, agreed, Map.of(mode(definition), compared), differences);
        }

        private Resource resource(Decision decision) {
            return Objects.requireNonNull(resources.get(decision.resource()), decision.resource());
        }

        private static String mode(PolicyDefinition definition) {
            return switch (definition.mode()) {
                case PolicyDefinition.Mode.All all -> "all";
                case PolicyDefinition.Mode.Indexed indexed -> "indexed";
                case PolicyDefinition.Mode.Provider provider -> provider.name();
            };
        }

        private static boolean same(String ours, Decision decision) {
            return ours.equals(decision.outcome());
        }

        /** The first cause that suffices by itself, else all of them less each that is not needed. */
        private List<Cause> causes(Questions questions, Resource resource, Decision decision) {
            for (Cause cause : CAUSES) {
                if (explains(questions, resource, decision, List.of(cause))) {
                    return List.of(cause);
                }
            }
            if (!explains(questions, resource, decision, CAUSES)) {
                return List.of();
            }
            var needed = new ArrayList<>(CAUSES);
            for (Cause cause : CAUSES) {
                var fewer = new ArrayList<>(needed);
                fewer.remove(cause);
                if (explains(questions, resource, decision, fewer)) {
                    needed.remove(cause);
                }
            }
            return List.copyOf(needed);
        }

        private boolean explains(Questions questions, Resource resource, Decision decision, List<Cause> causes) {
            Reading reading = Reading.DOCUMENTED;
            for (Cause cause : causes) {
                reading = reading.with(cause);
            }
            return same(questions.in(reading).answer(resource), decision);
        }

        /** One definition in every reading that was needed. */
        private final class Questions {
            private final PolicyDefinition definition;
            private final Set<ResourceType> types;
            private final Map<Reading, Question> asked = new HashMap<>();

            Questions(PolicyDefinition definition, Set<ResourceType> types) {
                this.definition = definition;
                this.types = types;
            }

            Question in(Reading reading) {
                return asked.computeIfAbsent(reading, one -> new Question(definition, one, aliases, types, estate));
            }
        }
    }
}
