package dev.demarc.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The house keeps its rules, and each rule bites where it is broken on purpose. */
class HouseTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.demarc");
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("planted");

    private record Rule(String says, List<ArchRule> rules, List<String> plantedOffenders) {}

    private static List<Rule> rules(Rules rules) {
        return List.of(
                new Rule("rings depend in one direction", rules.ringOrder(), List.of("planted.estate.KnowsARunner")),
                new Rule(
                        "rooms use only rooms above them",
                        rules.roomOrder(),
                        List.of("planted.document.KnowsTheEstate")),
                new Rule("no package cycles", List.of(rules.noCycles()), List.of("planted.check", "planted.estate")),
                new Rule(
                        "every package is @NullMarked",
                        List.of(rules.nullMarked()),
                        List.of("planted.unmarked.Anything")),
                new Rule(
                        "the core reaches nothing outside",
                        List.of(rules.coreIsPure()),
                        List.of(
                                "planted.document.ReadsADisk",
                                "planted.document.AsksTheNetwork",
                                "planted.document.StartsAThread",
                                "planted.document.Logs")),
                new Rule(
                        "the core asks no clock",
                        List.of(rules.coreAsksNoClock()),
                        List.of("planted.document.AsksTheClock", "planted.document.AsksTheEnvironment")),
                new Rule(
                        "names tell what a thing is",
                        List.of(rules.refusedNames()),
                        List.of("planted.document.ThingManager", "planted.util.Anything")));
    }

    @TestFactory
    Stream<DynamicTest> theHouseKeepsItsRules() {
        return rules(new Rules("dev.demarc")).stream()
                .map(rule ->
                        DynamicTest.dynamicTest(rule.says(), () -> rule.rules().forEach(each -> each.check(HOUSE))));
    }

    @TestFactory
    Stream<DynamicTest> eachRuleBites() {
        return rules(new Rules("planted")).stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.says(),
                        () -> rule.plantedOffenders()
                                .forEach(offender -> assertThatThrownBy(
                                                () -> rule.rules().forEach(each -> each.check(PLANTED)))
                                        .isInstanceOf(AssertionError.class)
                                        .hasMessageContaining(offender))));
    }

    @Test
    void theRulesSeeTheWholeHouse() {
        assertThat(HOUSE.size()).as("classes seen").isGreaterThan(150);
        assertThat(HOUSE.stream().map(type -> type.getPackageName()).distinct())
                .contains(
                        "dev.demarc.document",
                        "dev.demarc.estate",
                        "dev.demarc.policy.syntax",
                        "dev.demarc.posture",
                        "dev.demarc.report",
                        "dev.demarc.source.files",
                        "dev.demarc.source.policies",
                        "dev.demarc.runner",
                        "dev.demarc.cli");
    }
}
