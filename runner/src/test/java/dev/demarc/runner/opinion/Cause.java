package dev.demarc.runner.opinion;

import dev.demarc.policy.evaluation.Dispute;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One thing that makes the two engines differ. */
sealed interface Cause {
    /** A point of the language that sources read differently. */
    record Disputed(Dispute dispute) implements Cause {}

    /** A shortcoming of the other engine, or of the way it was asked. */
    record Limited(Limitation limitation) implements Cause {}

    /** Every cause, in the order they are tried: disputes in which the other engine differs, then limitations. */
    static List<Cause> all() {
        Stream<Cause> disputes = Stream.of(Dispute.values())
                .filter(dispute -> dispute.regorus() != dispute.documented())
                .map(Disputed::new);
        return Stream.concat(disputes, Stream.of(Limitation.values()).map(Limited::new))
                .toList();
    }

    /** Its name: {@code missing-array-is-empty}. */
    default String id() {
        return switch (this) {
            case Disputed disputed -> disputed.dispute().id();
            case Limited limited ->
                limited.limitation().name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    /** Where it comes from: {@code dispute}, {@code not told}, {@code shortcoming}. */
    default String kind() {
        return switch (this) {
            case Disputed disputed -> "dispute";
            case Limited limited -> limited.limitation().kind().word();
        };
    }

    /** What the other engine makes of it. */
    default String says() {
        return switch (this) {
            case Disputed disputed ->
                (disputed.dispute().regorus() ? "" : "it is not so that ")
                        + disputed.dispute().says();
            case Limited limited -> limited.limitation().says();
        };
    }

    /** Who is right, and by which source. */
    default String right() {
        return switch (this) {
            case Disputed disputed ->
                disputed.dispute().voices().stream()
                        .filter(voice -> voice.on() == disputed.dispute().documented())
                        .findFirst()
                        .map(voice -> "Demarc: " + voice.who() + ", " + voice.where())
                        .orElse("open");
            case Limited limited -> limited.limitation().right();
        };
    }

    /** Several causes that only together make the difference. */
    static String ids(List<Cause> causes) {
        return causes.stream().map(Cause::id).collect(Collectors.joining(" + "));
    }
}
