package dev.demarc.policy.assignment;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.Place;
import dev.demarc.estate.Gap;
import dev.demarc.policy.evaluation.Dispute;
import dev.demarc.policy.evaluation.SemanticsProfile;
import dev.demarc.policy.syntax.Initiative;
import dev.demarc.policy.syntax.InitiativeParser;
import dev.demarc.policy.syntax.Parsed;
import dev.demarc.policy.syntax.PolicyDefinition;
import dev.demarc.policy.syntax.PolicyParser;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that was given about policies: definitions and initiatives by id, assignments, exemptions, attestations,
 * and what could not be read of them. Of several documents of one id the first counts.
 */
public final class PolicyLibrary {
    private final Index<PolicyDefinition> definitions = new Index<>(Optional.of(PolicyDocument.Kind.DEFINITION));
    private final Index<Initiative> initiatives = new Index<>(Optional.of(PolicyDocument.Kind.INITIATIVE));
    private final Index<PolicyDocument.Kind> unreadable = new Index<>(Optional.empty());
    private final Map<String, Assignment> assignments = new LinkedHashMap<>();
    private final Map<String, PolicyExemption> exemptions = new LinkedHashMap<>();
    private final Map<String, PolicyAttestation> attestations = new LinkedHashMap<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final Map<String, JsonObject> contents = new HashMap<>();

    private final boolean deployments;

    private PolicyLibrary(boolean deployments) {
        this.deployments = deployments;
    }

    /** The library of these documents, read as the documentation has the policy language. */
    public static PolicyLibrary of(Collection<PolicyDocument> documents) {
        return of(documents, SemanticsProfile.DOCUMENTED);
    }

    /**
     * The library of these documents.
     *
     * @param semantics says which functions definitions may call
     */
    public static PolicyLibrary of(Collection<PolicyDocument> documents, SemanticsProfile semantics) {
        var library = new PolicyLibrary(semantics.is(Dispute.DEPLOYMENT_FUNCTIONS));
        documents.forEach(library::add);
        library.contents.clear();
        return library;
    }

    private void add(PolicyDocument document) {
        Place place = document.places().of(JsonPointer.ROOT);
        String id = id(document.content(), place);
        JsonObject before = contents.putIfAbsent(document.kind() + " " + fold(id), document.content());
        if (before != null) {
            if (!before.equals(document.content())) {
                diagnostics.add(Diagnostic.note(
                        "several-definitions",
                        "another document has the id `" + id + "` and says something else",
                        place,
                        "leave one of them out; the first counts"));
            }
            return;
        }
        switch (document.kind()) {
            case DEFINITION ->
                noted(PolicyParser.definition(document.content(), document.places(), deployments), document, id)
                        .ifPresent(one -> definitions.add(id, one, place));
            case INITIATIVE ->
                noted(InitiativeParser.initiative(document.content(), document.places()), document, id)
                        .ifPresent(one -> initiatives.add(id, one, place));
            case ASSIGNMENT ->
                noted(AssignmentReader.read(document), document, id).ifPresent(one -> assignments.put(fold(id), one));
            case EXEMPTION ->
                noted(DecisionReader.exemption(document), document, id).ifPresent(one -> exemptions.put(fold(id), one));
            case ATTESTATION ->
                noted(DecisionReader.attestation(document), document, id)
                        .ifPresent(one -> attestations.put(fold(id), one));
        }
    }

    private <T> Optional<T> noted(Parsed<T> parsed, PolicyDocument document, String id) {
        diagnostics.addAll(parsed.diagnostics());
        if (parsed.value().isEmpty()) {
            Place place = document.places().of(JsonPointer.ROOT);
            unreadable.add(id, document.kind(), place);
            gaps.add(new Gap(
                    Gap.Kind.UNREADABLE,
                    Optional.empty(),
                    Optional.empty(),
                    "`" + id + "` could not be read, so nothing was judged by it: "
                            + parsed.errors().stream()
                                    .findFirst()
                                    .map(Diagnostic::message)
                                    .orElse("it says nothing"),
                    "mend it at " + place));
        }
        return parsed.value();
    }

    /** The id that a document says, else its name, else the name of the file it is in. */
    private static String id(JsonObject document, Place place) {
        for (String key : List.of("id", "resourceId", "policyDefinitionId", "policySetDefinitionId", "name")) {
            if (document.getIgnoreCase(key) instanceof JsonString text
                    && !text.value().isBlank()) {
                return text.value();
            }
        }
        String file = place.document().substring(place.document().lastIndexOf('/') + 1);
        return file.indexOf('.') > 0 ? file.substring(0, file.indexOf('.')) : file;
    }

    private static String fold(String id) {
        return id.toLowerCase(Locale.ROOT);
    }

    /** The definitions, in the order given. */
    public List<Published<PolicyDefinition>> definitions() {
        return definitions.all();
    }

    /** The initiatives, in the order given. */
    public List<Published<Initiative>> initiatives() {
        return initiatives.all();
    }

    /** The definition of an id or name; empty when none was given. */
    public Optional<Published<PolicyDefinition>> definition(String id) {
        return definitions.find(id);
    }

    /** The initiative of an id or name; empty when none was given. */
    public Optional<Published<Initiative>> initiative(String id) {
        return initiatives.find(id);
    }

    /** The document of an id or name that was given and could not be read, and what it is about; empty when none was. */
    public Optional<Published<PolicyDocument.Kind>> unreadable(String id) {
        return unreadable.find(id);
    }

    /** The assignments, in the order given. */
    public List<Assignment> assignments() {
        return List.copyOf(assignments.values());
    }

    /** The exemptions, in the order given; expired ones too. */
    public List<PolicyExemption> exemptions() {
        return List.copyOf(exemptions.values());
    }

    /** The attestations, in the order given; expired ones too. */
    public List<PolicyAttestation> attestations() {
        return List.copyOf(attestations.values());
    }

    /** What is wrong or doubtful about the documents, in the order given. */
    public List<Diagnostic> diagnostics() {
        return List.copyOf(diagnostics);
    }

    /** The documents that could not be read at all, so that nothing is judged by them. */
    public List<Gap> gaps() {
        return List.copyOf(gaps);
    }

    /** What was published, by full id and by name. A full id finds a document without one by its name, never another. */
    private static final class Index<T> {
        private final Optional<PolicyDocument.Kind> kind;
        private final Map<String, Published<T>> byId = new LinkedHashMap<>();
        private final Map<String, Published<T>> byName = new HashMap<>();

        /** An index of documents of one kind; of any kind when it is empty. */
        Index(Optional<PolicyDocument.Kind> kind) {
            this.kind = kind;
        }

        void add(String id, T value, Place place) {
            String name = id.substring(id.lastIndexOf('/') + 1);
            var published = new Published<>(id, name, value, place);
            byId.put(fold(id), published);
            byName.putIfAbsent(fold(name), published);
        }

        List<Published<T>> all() {
            return List.copyOf(byId.values());
        }

        Optional<Published<T>> find(String id) {
            Published<T> exact = byId.get(fold(id));
            if (exact != null) {
                return Optional.of(exact);
            }
            int end = id.lastIndexOf('/');
            Optional<Published<T>> named = Optional.ofNullable(byName.get(fold(id.substring(end + 1))));
            return named.filter(one -> end < 0 || (one.id().indexOf('/') < 0 && saysKind(id.substring(0, end))));
        }

        /** Whether what stands before the last name of an id is the type of what this holds. */
        private boolean saysKind(String before) {
            String type = before.substring(before.lastIndexOf('/') + 1);
            return kind.isEmpty() || kind.get().type().toLowerCase(Locale.ROOT).endsWith("/" + fold(type));
        }
    }
}
