package dev.demarc.policy.lint;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.Place;
import dev.demarc.policy.assignment.NotGiven;
import dev.demarc.policy.assignment.PoliciesInForce;
import dev.demarc.policy.assignment.PolicyLibrary;
import dev.demarc.policy.assignment.Published;
import dev.demarc.policy.expression.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is wrong or doubtful about how policies refer to each other. */
public final class LibraryReview {
    private static final String BUILT_IN = "/providers/microsoft.authorization/";

    private final Map<String, String> idsByName = new LinkedHashMap<>();

    private LibraryReview(PolicyLibrary library) {
        library.definitions().forEach(this::add);
        library.initiatives().forEach(this::add);
    }

    private void add(Published<?> one) {
        idsByName.putIfAbsent(one.name().toLowerCase(Locale.ROOT), one.id());
    }

    /**
     * Everything to say: values that do not fit parameters, references that lead nowhere, exemptions without effect.
     *
     * @param inForce what the library comes to, its initiatives tried where nothing assigns them
     */
    public static List<Diagnostic> of(PolicyLibrary library, PoliciesInForce inForce) {
        var review = new LibraryReview(library);
        var found = new ArrayList<Diagnostic>(inForce.misfits());
        inForce.notGiven().forEach(one -> found.add(review.notGiven(one)));
        library.exemptions().forEach(one -> found.addAll(new ExemptionReview(library, one).at(inForce.now())));
        return List.copyOf(found);
    }

    /** What is not given may well exist, unless it is one of the organisation's own and another is called nearly so. */
    private Diagnostic notGiven(NotGiven one) {
        String message = one.says() + ", which was not given";
        Place place = one.place();
        Optional<String> near =
                one.target().toLowerCase(Locale.ROOT).startsWith(BUILT_IN) ? Optional.empty() : meant(one.target());
        return near.map(other ->
                        Diagnostic.warning("definition-not-given", message, place, "did you mean `" + other + "`?"))
                .orElseGet(() -> Diagnostic.note(
                        "definition-not-given", message, place, "give its definition too, as another source"));
    }

    /** The name of what was given that is named most alike; its id where the name is the same. */
    private Optional<String> meant(String target) {
        String name = target.substring(target.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(idsByName.get(name))
                .or(() -> Nearest.to(name, idsByName.keySet()).map(near -> nameOf(idsByName.getOrDefault(near, near))));
    }

    private static String nameOf(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }
}
