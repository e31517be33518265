package dev.demarc.source.policies;

import dev.demarc.document.Diagnostic;
import dev.demarc.document.DocumentText;
import dev.demarc.document.JsonObject;
import dev.demarc.document.Place;
import dev.demarc.document.Places;
import dev.demarc.estate.Gap;
import dev.demarc.knowledge.SecretFields;
import dev.demarc.policy.assignment.PolicyDocument;
import dev.demarc.policy.trial.PolicyTestFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Collects what a reading comes to, and what can only be finished once everything is read. */
final class Harvest {
    /** How many diagnostics of one code a file may have before the rest is only counted. */
    private static final int MOST = 5;

    private final SecretFields secretFields;
    private final Consumer<Diagnostic> told;
    private final List<PolicyDocument> documents = new ArrayList<>();
    private final List<PolicyTestFile> tests = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Map<String, DocumentText> texts = new LinkedHashMap<>();
    private final Map<String, List<Diagnostic>> repeated = new TreeMap<>();
    private final List<Pending> pending = new ArrayList<>();
    private int files;
    private int leftOut;
    private int again;
    private int unopened;
    private int taken;
    private int refused;
    private int others;

    Harvest(SecretFields secretFields, Consumer<Diagnostic> told) {
        this.secretFields = secretFields;
        this.told = told;
    }

    /** A value of a file that waits until everything is read. */
    record Pending(Kind kind, JsonObject content, Places places, Path file) {
        enum Kind {
            SETTINGS,
            TREE,
            EXEMPTIONS,
            TESTS
        }
    }

    void met() {
        files++;
    }

    void leftOut(int count) {
        files += count;
        leftOut += count;
    }

    /** A file that was read already. */
    void again() {
        leftOut(1);
        again++;
    }

    void unopened(Path path, String message, String hint) {
        files++;
        unopened++;
        problem(Diagnostic.error("unreadable-path", message, Place.of(path.toString()), hint));
        gap("`" + path + "` was not read, so nothing was judged by what it says", hint);
    }

    void text(DocumentText text) {
        texts.put(text.document(), text);
    }

    /** The names of the files read. */
    List<String> documentNames() {
        return List.copyOf(texts.keySet());
    }

    /** A document that was taken for what it is. */
    void taken() {
        taken++;
    }

    /** A document about something else. */
    void other() {
        others++;
    }

    /** A document that is wrong: told, and a gap where that is an error. */
    void refused(Diagnostic why) {
        refused++;
        repeatable(why);
        if (why.severity() == Diagnostic.Severity.ERROR) {
            gap("at " + why.place() + " " + why.message() + ", so nothing was judged by it", why.hint());
        }
    }

    /** A policy document, which is kept without its secrets. */
    void policy(PolicyDocument document) {
        documents.add(new PolicyDocument(document.kind(), cleaned(document.content()), document.places()));
    }

    /** A document without its secrets. */
    JsonObject cleaned(JsonObject document) {
        return secretFields.without(document).document();
    }

    void test(PolicyTestFile file) {
        tests.add(file);
    }

    void later(Pending one) {
        pending.add(one);
    }

    List<Pending> pending(Pending.Kind kind) {
        return pending.stream().filter(one -> one.kind == kind).toList();
    }

    /** Policy documents so far. */
    List<PolicyDocument> documents() {
        return List.copyOf(documents);
    }

    int count() {
        return documents.size();
    }

    /** How much was met that is about policies, or said why it is not. */
    int remarks() {
        return documents.size() + pending.size() + gaps.size() + refused + again;
    }

    void gap(String says, String hint) {
        gaps.add(new Gap(Gap.Kind.UNREADABLE, Optional.empty(), Optional.empty(), says, hint));
    }

    void problem(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
        told.accept(diagnostic);
    }

    /** A diagnostic that may come again and again in one file. */
    void repeatable(Diagnostic diagnostic) {
        List<Diagnostic> before = repeated.computeIfAbsent(diagnostic.code(), code -> new ArrayList<>());
        before.add(diagnostic);
        if (before.size() <= MOST) {
            problem(diagnostic);
        }
    }

    /** The end of a file: what came too often is told as a number. */
    void endOfFile(String document) {
        repeated.values().stream()
                .filter(all -> all.size() > MOST)
                .forEach(all -> problem(new Diagnostic(
                        all.getFirst().severity(),
                        all.getFirst().code(),
                        (all.size() - MOST) + " more like this: "
                                + all.getFirst().message(),
                        Place.of(document),
                        all.getFirst().hint())));
        repeated.clear();
    }

    PolicyReading reading(List<String> environments) {
        int documentsMet = taken + refused + others;
        var account = new PolicyAccount(
                files,
                files - leftOut - unopened,
                leftOut,
                unopened,
                documentsMet,
                taken,
                refused,
                others,
                documents.size());
        return new PolicyReading(documents, tests, environments, gaps, diagnostics, account, texts);
    }
}
