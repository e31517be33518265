package dev.demarc.policy.trial;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.Place;
import dev.demarc.policy.assignment.Assignment;
import dev.demarc.policy.assignment.PolicyLibrary;
import dev.demarc.policy.assignment.Published;
import dev.demarc.policy.expression.Nearest;
import dev.demarc.policy.syntax.Initiative;
import dev.demarc.policy.syntax.Parsed;
import dev.demarc.policy.syntax.PolicyDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a test file is about. */
sealed interface TestedPolicy {
    /** The id as the document says it. */
    String id();

    /** The last name of the id. */
    String name();

    /** Where the document begins. */
    Place place();

    /** A definition, assigned by itself. */
    record OfDefinition(Published<PolicyDefinition> definition) implements TestedPolicy {
        @Override
        public String id() {
            return definition.id();
        }

        @Override
        public String name() {
            return definition.name();
        }

        @Override
        public Place place() {
            return definition.place();
        }
    }

    /** An initiative, assigned as a whole. */
    record OfInitiative(Published<Initiative> initiative) implements TestedPolicy {
        @Override
        public String id() {
            return initiative.id();
        }

        @Override
        public String name() {
            return initiative.name();
        }

        @Override
        public Place place() {
            return initiative.place();
        }
    }

    /** An assignment as it is: its scope, selectors, overrides, exemptions. */
    record OfAssignment(Assignment assignment) implements TestedPolicy {
        @Override
        public String id() {
            return assignment.id().text();
        }

        @Override
        public String name() {
            return assignment.id().name();
        }

        @Override
        public Place place() {
            return assignment.place();
        }
    }

    /** The one that a test file names; a diagnostic when there is none, or more than one. */
    static Parsed<TestedPolicy> find(PolicyTestFile.Target target, PolicyLibrary library) {
        List<TestedPolicy> all = all(library);
        return switch (target) {
            case PolicyTestFile.Target.InFile file -> {
                List<TestedPolicy> there =
                        matching(all, one -> one.place().document().equals(file.document()));
                yield there.isEmpty() ? unreadable(file, library) : only(there, file, "`" + file.text() + "` holds");
            }
            case PolicyTestFile.Target.Named named -> {
                List<TestedPolicy> found = matching(all, one -> one.id().equalsIgnoreCase(named.text()));
                if (found.isEmpty()) {
                    found = matching(all, one -> one.name().equalsIgnoreCase(named.text()));
                }
                yield found.isEmpty() ? unknown(named, all) : only(found, named, "`" + named.text() + "` names");
            }
        };
    }

    private static List<TestedPolicy> all(PolicyLibrary library) {
        var all = new ArrayList<TestedPolicy>();
        library.definitions().forEach(one -> all.add(new OfDefinition(one)));
        library.initiatives().forEach(one -> all.add(new OfInitiative(one)));
        library.assignments().forEach(one -> all.add(new OfAssignment(one)));
        return all;
    }

    private static List<TestedPolicy> matching(List<TestedPolicy> all, Predicate<TestedPolicy> wanted) {
        return all.stream().filter(wanted).toList();
    }

    private static Parsed<TestedPolicy> only(List<TestedPolicy> found, PolicyTestFile.Target target, String says) {
        if (found.size() == 1) {
            return new Parsed<>(Optional.of(found.getFirst()), List.of());
        }
        String ids = found.stream()
                .limit(5)
                .map(one -> "`" + one.id() + "`")
                .distinct()
                .collect(Collectors.joining(", "));
        return refused(Diagnostic.error(
                "ambiguous-policy",
                says + " " + found.size() + " policies: " + ids,
                target.place(),
                "write the id of the one that is meant"));
    }

    private static Parsed<TestedPolicy> unknown(PolicyTestFile.Target.Named named, List<TestedPolicy> all) {
        List<String> names = all.stream().map(TestedPolicy::name).toList();
        return refused(Diagnostic.error(
                "unknown-policy",
                "no definition, initiative or assignment called `" + named.text() + "` was read",
                named.place(),
                Nearest.to(named.text(), names)
                        .map(near -> "did you mean `" + near + "`?")
                        .orElse("name its file, relative to this one, or give the file or folder it is in")));
    }

    /** A file with nothing in it to test: for what is wrong with it, where that is known. */
    private static Parsed<TestedPolicy> unreadable(PolicyTestFile.Target.InFile file, PolicyLibrary library) {
        var problems = new ArrayList<Diagnostic>();
        problems.add(Diagnostic.error(
                "unknown-policy",
                "no definition, initiative or assignment could be taken from `" + file.text() + "`",
                file.place(),
                "mend what is wrong with it, or write the id where another file has a policy of the same id"));
        library.diagnostics().stream()
                .filter(one -> one.place().document().equals(file.document()))
                .filter(one -> one.severity() == Diagnostic.Severity.ERROR)
                .forEach(problems::add);
        return new Parsed<>(Optional.empty(), problems);
    }

    private static Parsed<TestedPolicy> refused(Diagnostic why) {
        return new Parsed<>(Optional.empty(), List.of(why));
    }
}
