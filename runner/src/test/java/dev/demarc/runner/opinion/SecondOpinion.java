package dev.demarc.runner.opinion;

import dev.demarc.estate.Estate;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Aliases;
import dev.demarc.policy.evaluation.SemanticsProfile;
import dev.demarc.policy.syntax.PolicyDefinition;
import dev.demarc.runner.opinion.PublicData.Decision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Both engines' answers, held against each other.
 *
 * @param compared how many decisions of the other engine
 * @param agreed how many of them this one makes too, as documented
 * @param agreedAsOther how many it makes in the other's semantics profile
 * @param differences every other one, by definition and resource
 */
record SecondOpinion(long compared, long agreed, long agreedAsOther, List<Difference> differences) {
    SecondOpinion {
        differences = List.copyOf(differences);
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
    private static final SecondOpinion NOTHING = new SecondOpinion(0, 0, 0, List.of());

    /** The two held against each other, for the decisions that a test picks. */
    static SecondOpinion of(PublicData data, Predicate<Decision> picked) {
        var definitions = data.definitions();
        var asking = new Asking(data.aliases(), data.estate(), data.resources());
        return data.decisions().entrySet().parallelStream()
                .map(entry -> asking.one(
                        definitions.get(entry.getKey()),
                        entry.getValue().stream().filter(picked).toList()))
                .reduce(NOTHING, SecondOpinion::plus);
    }

    private SecondOpinion plus(SecondOpinion other) {
        var all = new ArrayList<>(differences);
        all.addAll(other.differences);
        return new SecondOpinion(
                compared + other.compared, agreed + other.agreed, agreedAsOther + other.agreedAsOther, all);
    }

    /** What is the same for every definition. */
    private static final class Asking {
        private static final List<Cause> CAUSES = Cause.all();
        private static final Reading AS_OTHER = new Reading(SemanticsProfile.REGORUS, Set.of());

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
                    .map(decision -> resources.get(decision.resource()).type())
                    .collect(Collectors.toSet());
            var questions = new Questions(definition, types);
            long agreed = 0;
            long agreedAsOther = 0;
            var differences = new ArrayList<Difference>();
            for (Decision decision : decisions) {
                Resource resource = resources.get(decision.resource());
                String ours = questions.in(Reading.DOCUMENTED).answer(resource);
                agreedAsOther += same(questions.in(AS_OTHER).answer(resource), decision) ? 1 : 0;
                if (same(ours, decision)) {
                    agreed++;
                } else {
                    differences.add(
                            new Difference(decision, ours, causes(questions, resource, decision)));
                }
            }
            return new SecondOpinion(decisions.size(), agreed, agreedAsOther, differences);
        }

        private static boolean same(String ours, Decision decision) {
            return ours.equals(decision.outcome());
        }

        /** The first cause that suffices by itself, else all of them less each that is not needed. */
        private List<Cause> causes(
                Questions questions, Resource resource, Decision decision) {
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

        private boolean explains(
                Questions questions, Resource resource, Decision decision, List<Cause> causes) {
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
                return asked.computeIfAbsent(
                        reading, one -> new Question(definition, one, aliases, types, estate));
            }
        }
    }
}
