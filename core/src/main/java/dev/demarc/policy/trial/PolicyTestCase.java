package dev.demarc.policy.trial;

import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonValue;
import dev.demarc.document.Place;
import dev.demarc.document.Places;
import dev.demarc.estate.ResourceType;
import dev.demarc.policy.evaluation.SemanticsProfile;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One resource and what the policy should say of it.
 *
 * @param name unique in its file
 * @param referenceId the one policy of the initiative that is meant; empty for what all of them come to
 * @param resource as Azure returns it; has an {@code id}
 * @param related what else there is, each as Azure returns it: resource group, subscription, related resources
 * @param collected of which types everything there is stands among {@code related}
 * @param parameters values by name, those of the file filled in where the case says none
 * @param profile how disputed points are read; empty for what is asked for when the tests are run
 * @param request what {@code requestContext()} answers; empty for a compliance scan
 * @param place where the case begins
 * @param parameterPlaces where the parameters stand, by pointers of one name
 */
public record PolicyTestCase(
        String name,
        Optional<String> referenceId,
        JsonObject resource,
        List<JsonObject> related,
        Collected collected,
        Map<String, JsonValue> parameters,
        Optional<SemanticsProfile> profile,
        Optional<JsonObject> request,
        Expectation expectation,
        Place place,
        Places parameterPlaces) {
    public PolicyTestCase {
        related = List.copyOf(related);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** What is known not to be there because it is not in the test. */
    public sealed interface Collected {
        /** Of every type: what is not in the test is not there. */
        record Everything() implements Collected {}

        /** Of no type: what is not in the test was not seen. */
        record Nothing() implements Collected {}

        /** Of these types. */
        record Types(List<ResourceType> types) implements Collected {
            public Types {
                types = List.copyOf(types);
            }
        }
    }
}
