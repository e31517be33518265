package dev.demarc.report;

import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.policy.assignment.Assignment;
import dev.demarc.policy.assignment.PolicyLibrary;
import dev.demarc.policy.assignment.Published;
import dev.demarc.policy.expression.Template;
import dev.demarc.policy.syntax.Initiative;
import dev.demarc.policy.syntax.Parameter;
import dev.demarc.policy.syntax.PolicyDefinition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a library of policies holds, to be listed.
 *
 * @param definitions in the order given, as are the others
 */
public record PolicyListing(List<Definition> definitions, List<Group> initiatives, List<Assigned> assignments) {
    /** An effect that is a parameter, and nothing else. */
    private static final Pattern PARAMETER = Pattern.compile("(?i)\\[\\s*parameters\\(\\s*'([^']+)'\\s*\\)\\s*]");

    public PolicyListing {
        definitions = List.copyOf(definitions);
        initiatives = List.copyOf(initiatives);
        assignments = List.copyOf(assignments);
    }

    /**
     * What definitions and initiatives say of themselves.
     *
     * @param displayName the name when there is no display name
     * @param category empty when not said, as are type and version
     * @param policyType {@code BuiltIn}, {@code Custom}, {@code Static}
     * @param required parameters without a default, in the order written
     */
    public record About(
            String id,
            String name,
            String displayName,
            Optional<String> category,
            Optional<String> policyType,
            Optional<String> version,
            boolean deprecated,
            boolean preview,
            List<String> required) {
        public About {
            required = List.copyOf(required);
        }

        /** {@code 1.0.0 preview}; empty when nothing is said. */
        String state() {
            var parts = new ArrayList<String>();
            version.ifPresent(parts::add);
            String told = version.orElse("").toLowerCase(Locale.ROOT);
            if (deprecated && !told.endsWith("-deprecated")) {
                parts.add("deprecated");
            }
            if (preview && !told.endsWith("-preview")) {
                parts.add("preview");
            }
            return String.join(" ", parts);
        }
    }

    /**
     * A definition.
     *
     * @param mode as a definition writes it
     * @param effects the effects that it can have, the default first where there is one; empty when an expression decides
     */
    public record Definition(About about, String mode, List<String> effects) {
        public Definition {
            effects = List.copyOf(effects);
        }
    }

    /** An initiative and how many policies it has. */
    public record Group(About about, int policies) {}

    /**
     * An assignment.
     *
     * @param target the id of what is assigned, as written
     * @param found whether that was given too
     */
    public record Assigned(
            String id, String name, String displayName, String scope, String target, boolean found, boolean enforced) {}

    /** Everything that a library holds. */
    public static PolicyListing of(PolicyLibrary library) {
        return new PolicyListing(
                library.definitions().stream().map(PolicyListing::definition).toList(),
                library.initiatives().stream().map(PolicyListing::initiative).toList(),
                library.assignments().stream()
                        .map(one -> assigned(one, library))
                        .toList());
    }

    /** The same with only those of which a text holds: all that is shown of each on a line. */
    public PolicyListing where(Predicate<String> test) {
        return new PolicyListing(
                definitions.stream()
                        .filter(one -> test.test(words(one.about()) + " " + one.mode() + " " + one.effects()))
                        .toList(),
                initiatives.stream()
                        .filter(one -> test.test(words(one.about())))
                        .toList(),
                assignments.stream()
                        .filter(one ->
                                test.test(one.id() + " " + one.displayName() + " " + one.scope() + " " + one.target()))
                        .toList());
    }

    private static String words(About about) {
        return about.id() + " " + about.displayName() + " " + about.category().orElse("") + " "
                + about.policyType().orElse("") + " " + about.state();
    }

    private static Definition definition(Published<PolicyDefinition> published) {
        PolicyDefinition one = published.value();
        var about = about(published, one.displayName(), one.policyType(), one.metadata(), one.parameters());
        return new Definition(about, mode(one.mode()), effects(one));
    }

    private static Group initiative(Published<Initiative> published) {
        Initiative one = published.value();
        var about = about(published, one.displayName(), one.policyType(), one.metadata(), one.parameters());
        return new Group(about, one.members().size());
    }

    private static Assigned assigned(Assignment one, PolicyLibrary library) {
        boolean found = library.definition(one.target()).isPresent()
                || library.initiative(one.target()).isPresent();
        return new Assigned(
                one.id().text(),
                one.id().name(),
                one.displayName(),
                one.scope().text(),
                one.target(),
                found,
                one.enforced());
    }

    private static About about(
            Published<?> published,
            String displayName,
            Optional<String> policyType,
            JsonObject metadata,
            List<Parameter> parameters) {
        Optional<String> version = text(metadata, "version");
        String suffix = version.orElse("").toLowerCase(Locale.ROOT);
        return new About(
                published.id(),
                published.name(),
                displayName.isBlank() ? published.name() : displayName,
                text(metadata, "category"),
                policyType,
                version,
                isTrue(metadata, "deprecated") || suffix.endsWith("-deprecated"),
                isTrue(metadata, "preview") || suffix.endsWith("-preview"),
                parameters.stream()
                        .filter(one -> one.defaultValue().isEmpty())
                        .map(Parameter::name)
                        .toList());
    }

    private static Optional<String> text(JsonObject metadata, String name) {
        return metadata.getIgnoreCase(name) instanceof JsonString text ? Optional.of(text.value()) : Optional.empty();
    }

    private static boolean isTrue(JsonObject metadata, String name) {
        return metadata.getIgnoreCase(name) instanceof JsonBoolean flag && flag.value();
    }

    private static String mode(PolicyDefinition.Mode mode) {
        return switch (mode) {
            case PolicyDefinition.Mode.All all -> "All";
            case PolicyDefinition.Mode.Indexed indexed -> "Indexed";
            case PolicyDefinition.Mode.Provider provider -> provider.name();
        };
    }

    private static List<String> effects(PolicyDefinition definition) {
        var effects = new LinkedHashSet<String>();
        Template written = definition.rule().effect();
        if (written instanceof Template.Constant(JsonValue word)) {
            add(word, effects);
        } else if (written instanceof Template.Computed computed) {
            Matcher matcher = PARAMETER.matcher(computed.source());
            String name = matcher.matches() ? matcher.group(1) : "";
            definition.parameters().stream()
                    .filter(one -> one.name().equalsIgnoreCase(name))
                    .forEach(one -> {
                        one.defaultValue().ifPresent(value -> add(value, effects));
                        one.allowedValues().forEach(value -> add(value, effects));
                    });
        }
        return List.copyOf(effects);
    }

    private static void add(JsonValue value, LinkedHashSet<String> effects) {
        if (value instanceof JsonString text) {
            effects.add(text.value());
        }
    }
}
