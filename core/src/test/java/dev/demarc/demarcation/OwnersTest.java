package dev.demarc.demarcation;

import dev.demarc.document.Cases;
import dev.demarc.document.JsonObject;
import dev.demarc.document.TestJson;
import dev.demarc.estate.Estate;
import dev.demarc.estate.Observation;
import dev.demarc.estate.ResourceId;
import dev.demarc.estate.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class OwnersTest {
    private static final String SUBSCRIPTION = "/subscriptions/s";
    private static final String GROUP = SUBSCRIPTION + "/resourceGroups/rg";
    private static final String RESOURCE = GROUP + "/providers/Contoso.Compute/machines/m";
    private static final String MANAGEMENT_GROUP = "/providers/Microsoft.Management/managementGroups/mg";
    private static final Set<String> GIVEN =
            Set.of("tagNames", "resource", "group", "subscription", "managementGroup", "of");

    @TestFactory
    Stream<DynamicTest> cases() {
        return Cases.of("demarcation", "owner", GIVEN, given -> {
            var seen = new ArrayList<Observation>();
            seen.add(tagged(RESOURCE, given, "resource"));
            seen.add(tagged(GROUP, given, "group"));
            seen.add(tagged(SUBSCRIPTION, given, "subscription"));
            seen.add(tagged(MANAGEMENT_GROUP, given, "managementGroup"));
            seen.add(Seen.at(MANAGEMENT_GROUP + "/subscriptions/s"));
            seen.add(Seen.at(SUBSCRIPTION + "/providers/Contoso.Compute/machines/m"));
            Estate estate = Estate.of(seen, List.of());
            String of = given.text("of").orElse(RESOURCE);
            return JsonObject.builder()
                    .put(
                            "owner",
                            Cases.text(new Owners(given.texts("tagNames"))
                                    .of(estate.resource(ResourceId.of(of)).orElseThrow(), estate)))
                    .build();
        });
    }

    private static Observation tagged(String id, JsonObject given, String tags) {
        var document = JsonObject.builder().put("id", id);
        return Seen.of(
                given.get(tags) == null
                        ? document.put("tags", TestJson.of("null")).build()
                        : document.put("tags", given.object(tags)).build());
    }
}
