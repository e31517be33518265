package dev.demarc.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/**
 * The rules of the house, for a root package: {@code dev.demarc} for the product, another for planted violations, so
 * that exactly the same rule is shown to pass here and to bite there.
 */
final class Rules {
    /** The rooms of the core; each may use only those before it. */
    static final List<String> ROOMS = List.of(
            "document", "estate", "knowledge", "check", "policy", "demarcation", "posture", "governance", "report");

    private final String root;

    Rules(String root) {
        this.root = root;
    }

    /** face -> runner -> core <- source, store; the core imports none of them. */
    List<ArchRule> ringOrder() {
        return List.of(
                none(core(), List.of("source", "store", "runner", "cli", "server")),
                none(List.of("source"), List.of("store", "runner", "cli", "server")),
                none(List.of("store"), List.of("source", "runner", "cli", "server")),
                none(List.of("runner"), List.of("source", "store", "cli", "server")));
    }

    /** Each room of the core uses only the rooms above it in the list. */
    List<ArchRule> roomOrder() {
        var rules = new ArrayList<ArchRule>();
        for (int room = 0; room < ROOMS.size() - 1; room++) {
            rules.add(none(List.of(ROOMS.get(room)), ROOMS.subList(room + 1, ROOMS.size())));
        }
        return rules;
    }

    /** No package depends on itself by way of another. */
    ArchRule noCycles() {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    /** Unannotated is never null, in every package. */
    ArchRule nullMarked() {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should(new ArchCondition<>("be in a package marked @NullMarked") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                        events.add(new SimpleConditionEvent(
                                type, marked, type.getPackageName() + " of " + type.getName() + " is not @NullMarked"));
                    }
                });
    }

    /** The core knows no disk, network, threads, chance, environment or logger. */
    ArchRule coreIsPure() {
        return noClasses()
                .that()
                .resideInAnyPackage(core().stream().map(this::room).toArray(String[]::new))
                .should()
                .dependOnClassesThat(new DescribedPredicate<>("reach outside") {
                    @Override
                    public boolean test(JavaClass used) {
                        String name = used.getName();
                        boolean outside = FORBIDDEN_PACKAGES.stream()
                                .anyMatch(forbidden -> used.getPackageName().equals(forbidden)
                                        || used.getPackageName().startsWith(forbidden + "."));
                        return (outside && !TEXT_ONLY.contains(name)) || FORBIDDEN_CLASSES.contains(name);
                    }
                });
    }

    /** The core asks no clock and no machine for its time, zone, locale or charset. */
    ArchRule coreAsksNoClock() {
        return noClasses()
                .that()
                .resideInAnyPackage(core().stream().map(this::room).toArray(String[]::new))
                .should()
                .accessTargetWhere(new DescribedPredicate<>("asks the clock or the machine") {
                    @Override
                    public boolean test(JavaAccess<?> access) {
                        String owner = access.getTargetOwner().getName();
                        String name = access.getTarget().getName();
                        return (owner.startsWith("java.time.") && name.equals("now"))
                                || (owner.equals("java.lang.System") && !name.equals("arraycopy"))
                                || FORBIDDEN_CALLS.contains(owner + "." + name);
                    }
                });
    }

    /** Names that say nothing: whoever needs one has not understood the thing yet. */
    ArchRule refusedNames() {
        return classes().that().resideInAPackage(root + "..").should(new ArchCondition<>("have a telling name") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String name = type.getSimpleName();
                boolean refused = REFUSED_ENDINGS.stream().anyMatch(name::endsWith)
                        || REFUSED_STARTS.stream().anyMatch(name::startsWith)
                        || REFUSED_PACKAGES.stream()
                                .anyMatch(word -> List.of(type.getPackageName().split("\\."))
                                        .contains(word));
                events.add(new SimpleConditionEvent(type, !refused, type.getName() + " has a refused name"));
            }
        });
    }

    private List<String> core() {
        return ROOMS;
    }

    private String room(String name) {
        return root + "." + name + "..";
    }

    private ArchRule none(List<String> from, List<String> to) {
        return noClasses()
                .that()
                .resideInAnyPackage(from.stream().map(this::room).toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(to.stream().map(this::room).toArray(String[]::new))
                .allowEmptyShould(true);
    }

    private static final List<String> FORBIDDEN_PACKAGES = List.of(
            "java.nio.file",
            "java.nio.channels",
            "java.net",
            "java.util.concurrent",
            "java.util.logging",
            "java.lang.reflect",
            "java.sql",
            "org.slf4j");

    /** In a forbidden package, yet only about text. */
    private static final Set<String> TEXT_ONLY =
            Set.of("java.net.URI", "java.net.URISyntaxException", "java.net.URLDecoder", "java.net.URLEncoder");

    private static final Set<String> FORBIDDEN_CLASSES = Set.of(
            "java.io.File",
            "java.io.FileInputStream",
            "java.io.FileOutputStream",
            "java.io.FileReader",
            "java.io.FileWriter",
            "java.io.RandomAccessFile",
            "java.lang.Thread",
            "java.lang.ThreadLocal",
            "java.lang.Runtime",
            "java.lang.Process",
            "java.lang.ProcessBuilder",
            "java.lang.System$Logger",
            "java.time.Clock",
            "java.util.Random",
            "java.util.Timer",
            "java.security.SecureRandom");

    private static final Set<String> FORBIDDEN_CALLS = Set.of(
            "java.util.Locale.getDefault",
            "java.util.TimeZone.getDefault",
            "java.time.ZoneId.systemDefault",
            "java.nio.charset.Charset.defaultCharset",
            "java.util.UUID.randomUUID",
            "java.lang.Math.random",
            "java.lang.Throwable.printStackTrace");

    private static final List<String> REFUSED_ENDINGS = List.of(
            "Manager", "Util", "Utils", "Helper", "Impl", "Service", "Processor", "Info", "Data", "Dto", "Factory");

    private static final List<String> REFUSED_STARTS = List.of("Abstract", "Base");

    private static final List<String> REFUSED_PACKAGES =
            List.of("model", "dto", "service", "common", "util", "utils", "impl", "exception", "helper", "helpers");
}
