package dev.demarc.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.document.JsonObject;
import dev.demarc.document.TestJson;
import dev.demarc.estate.ResourceType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProvidersTest {
    private static final ResourceType THINGS = ResourceType.of("Contoso.Works/things");
    private static final ResourceType OTHERS = ResourceType.of("Contoso.Works/others");

    @Test
    void anAliasIsReadWithAllThatIsKnownOfIt() {
        Providers providers = read("""
                {"aliases": {"Contoso.Works/things": {
                  "Contoso.Works/plain": "properties.a",
                  "Contoso.Works/rich": {"path": "properties.b", "modifiable": true,
                    "extract": {"phrase": "/makers/{maker}", "variable": "maker"},
                    "versions": {"2015-01-01": "b", "2016-01-01": {"path": "c", "modifiable": true}}}}}}
                """);
        assertThat(providers.aliases().alias(THINGS, "contoso.works/PLAIN"))
                .contains(Alias.of("Contoso.Works/plain", "properties.a"));
        Alias rich = providers.aliases().alias(THINGS, "Contoso.Works/rich").orElseThrow();
        assertThat(rich.byDefault())
                .isEqualTo(new Alias.Target(
                        "properties.b", true, Optional.of(new Alias.Extraction("/makers/{maker}", "maker"))));
        assertThat(rich.at("2015-01-01")).isEqualTo(Alias.Target.of("b"));
        assertThat(rich.at("2016-01-01")).isEqualTo(new Alias.Target("c", true, Optional.empty()));
        assertThat(rich.at("2020-01-01")).isEqualTo(rich.byDefault());
        assertThat(rich)
                .isEqualTo(new Alias("Contoso.Works/rich", Alias.Target.of("properties.b"), rich.byApiVersion())
                        .asModifiable()
                        .reading(new Alias.Extraction("/makers/{maker}", "maker")));
    }

    @Test
    void anAliasMayBeWrittenWithoutItsTypeAndAPathByConventionLeftOut() {
        Aliases aliases = read("""
                {"aliases": {"Contoso.Works/things": {
                  "size.max": null, "sku.name": "sku.name", "parts/state": null, "list[*].a/b": "x",
                  "Contoso.Works/whole": "w", "Contoso.Works/things/long": "l",
                  "mode": {"path": null, "modifiable": true}}}}
                """).aliases();
        assertThat(aliases.path(THINGS, "Contoso.Works/things/size.max")).contains("properties.size.max");
        assertThat(aliases.path(THINGS, "Contoso.Works/things/sku.name")).contains("sku.name");
        assertThat(aliases.path(THINGS, "Contoso.Works/things/parts/state")).contains("properties.parts/state");
        assertThat(aliases.path(THINGS, "Contoso.Works/whole")).contains("w");
        assertThat(aliases.path(THINGS, "Contoso.Works/things/long")).contains("l");
        assertThat(aliases.alias(THINGS, "Contoso.Works/things/mode").map(Alias::byDefault))
                .contains(new Alias.Target("properties.mode", true, Optional.empty()));
        assertThat(aliases.size()).isEqualTo(7);
    }

    @Test
    void tagSupportHasThreeAnswers() {
        TagSupport tags = read("{\"tag-support\": {\"Contoso.Works/things\": true, \"contoso.works/others\": false}}")
                .tags();
        assertThat(tags.of(THINGS)).isEqualTo(TagSupport.Answer.SUPPORTED);
        assertThat(tags.of(OTHERS)).isEqualTo(TagSupport.Answer.NOT_SUPPORTED);
        assertThat(tags.of(ResourceType.of("Contoso.Works/new"))).isEqualTo(TagSupport.Answer.UNLISTED);
    }

    @Test
    void someTypesAreTreatedUnlikeOthers() {
        PolicyTypes types = read("""
                {"policy-types": {
                  "passed-through": {"types": ["Contoso.Works/others"]},
                  "never-guarded": {"types": ["Contoso.Works/things"]},
                  "identity-changed": {"types": ["Contoso.Works/others"]},
                  "describing": {"types": ["Contoso.Works/things", "Contoso.Works/others"]},
                  "one-by-one": {"types": {"Contoso.Works/things": "main"}},
                  "namespaces": {"names": {"Contoso.Parts": "Contoso.Works"}}}}
                """).types();
        assertThat(types.passedThrough()).containsExactly(OTHERS);
        assertThat(types.neverGuarded()).containsExactly(THINGS);
        assertThat(types.identityChanged()).containsExactly(OTHERS);
        assertThat(types.describing()).containsExactlyInAnyOrder(THINGS, OTHERS);
        assertThat(types.nameAskedFor(THINGS)).contains("main");
        assertThat(types.nameAskedFor(OTHERS)).isEmpty();
        assertThat(types.holding("contoso.parts")).isEqualTo("contoso.works");
        assertThat(types.holding("contoso.works")).isEqualTo("contoso.works");
    }

    @Test
    void theFresherTableWinsOverAnotherAliasByAliasAndTypeByType() {
        var shipped = new Providers(
                Aliases.ofPaths(Map.of(
                        THINGS, Map.of("Contoso.Works/a", "old.a", "Contoso.Works/b", "old.b"),
                        OTHERS, Map.of("Contoso.Works/a", "old.a"))),
                new TagSupport(Map.of(THINGS, true, OTHERS, true)),
                new PolicyTypes(Set.of(), Set.of(THINGS), Set.of(), Set.of(), Map.of(THINGS, "one"), Map.of()));
        var fresh = new Providers(
                Aliases.ofPaths(Map.of(THINGS, Map.of("CONTOSO.works/A", "new.a", "Contoso.Works/c", "new.c"))),
                new TagSupport(Map.of(OTHERS, false)),
                new PolicyTypes(Set.of(), Set.of(OTHERS), Set.of(), Set.of(), Map.of(THINGS, "two"), Map.of()));
        Providers both = shipped.under(fresh);
        assertThat(both.aliases().path(THINGS, "Contoso.Works/a")).contains("new.a");
        assertThat(both.aliases().path(THINGS, "Contoso.Works/b")).contains("old.b");
        assertThat(both.aliases().path(OTHERS, "Contoso.Works/a")).contains("old.a");
        assertThat(both.aliases().typesOf("Contoso.Works/c")).containsExactly(THINGS);
        assertThat(both.aliases().size()).isEqualTo(4);
        assertThat(both.aliases().types()).containsExactlyInAnyOrder(THINGS, OTHERS);
        assertThat(both.tags().of(THINGS)).isEqualTo(TagSupport.Answer.SUPPORTED);
        assertThat(both.tags().of(OTHERS)).isEqualTo(TagSupport.Answer.NOT_SUPPORTED);
        assertThat(both.types().neverGuarded()).containsExactlyInAnyOrder(THINGS, OTHERS);
        assertThat(both.types().nameAskedFor(THINGS)).contains("two");
        assertThat(shipped.under(Providers.NONE).aliases().size()).isEqualTo(3);
    }

    @Test
    void anExtractionTakesOneSegmentOfATextOfItsForm() {
        var publisher = new Alias.Extraction("/publishers/{publisher}/offers/{offer}", "publisher");
        assertThat(publisher.from("/Publishers/Canonical/Offers/ubuntu")).contains("Canonical");
        assertThat(new Alias.Extraction(publisher.phrase(), "offer").from("/publishers/c/offers/ubuntu"))
                .contains("ubuntu");
        for (String other :
                List.of("", "/publishers/c", "/publishers/c/offers/", "/publishers/c/offers/o/x", "/p/c/offers/o")) {
            assertThat(publisher.from(other)).as(other).isEmpty();
        }
        assertThat(new Alias.Extraction("/a/{b}", "c").from("/a/x")).isEmpty();
    }

    @Test
    void aDamagedTableIsABrokenBuild() {
        assertThatThrownBy(() -> read("{\"aliases\": {\"Contoso.Works/things\": 1}}"))
                .hasMessage("expected an object of aliases, found 1");
        assertThatThrownBy(() -> read("{\"aliases\": {\"Contoso.Works/things\": {\"a\": {}}}}"))
                .hasMessage("the alias `a` has no path");
    }

    private static Providers read(String json) {
        return ProvidersReader.read((JsonObject) TestJson.of(json));
    }
}
