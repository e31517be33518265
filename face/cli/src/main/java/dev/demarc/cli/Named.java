package dev.demarc.cli;

import dev.demarc.estate.Estate;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceId;
import dev.demarc.knowledge.Catalogue;
import dev.demarc.knowledge.Control;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a person means by a name, or one sentence that helps them say it. */
final class Named {
    private static final int SHOWN = 5;

    private Named() {}

    /** The control of an id. */
    static Control control(Catalogue catalogue, String id) {
        return catalogue.control(id).orElseThrow(() -> {
            List<String> near = Nearest.to(
                    id, catalogue.controls().stream().map(Control::id).toList());
            return new CannotContinueException(
                    ExitCode.WRONG_USAGE,
                    "there is no control `" + id + "`",
                    near.isEmpty()
                            ? "`demarc controls` lists them"
                            : "did you mean " + String.join(" or ", near) + "?");
        });
    }

    /** The names of what lies in the folder of a path; empty when there is no such folder. */
    static List<String> beside(Path path) {
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null) {
            return List.of();
        }
        try (Stream<Path> names = Files.list(folder)) {
            return names.map(name -> String.valueOf(name.getFileName())).toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** The control of an id that stands behind a resource's name; whoever changed the two about is told. */
    static Control controlOf(Catalogue catalogue, String resource, String id) {
        if (catalogue.control(id).isEmpty() && catalogue.control(resource).isPresent()) {
            throw new CannotContinueException(
                    ExitCode.WRONG_USAGE,
                    "there is no control `" + id + "`, but `" + resource + "` is one",
                    "the resource comes first: `demarc explain " + id + " " + resource + " …`");
        }
        return control(catalogue, id);
    }

    /** The resource of an id, or of a name or end of an id that only one resource has. */
    static Resource resource(Estate estate, String text) {
        Optional<Resource> exact = ResourceId.parse(text).flatMap(estate::resource);
        if (exact.isPresent()) {
            return exact.get();
        }
        String ending = "/" + text.toLowerCase(Locale.ROOT).replaceAll("^/+|/+$", "");
        List<Resource> found = estate.resources().stream()
                .filter(resource -> resource.id().folded().endsWith(ending))
                .toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        if (found.isEmpty()) {
            List<String> near = Nearest.to(
                    text, estate.resources().stream().map(Resource::name).toList());
            throw new CannotContinueException(
                    ExitCode.WRONG_USAGE,
                    "there is no resource `" + text + "` in what was read",
                    near.isEmpty() ? "give its id or its name" : "did you mean " + String.join(" or ", near) + "?");
        }
        throw new CannotContinueException(
                ExitCode.WRONG_USAGE,
                found.size() + " resources are called `" + text + "`",
                "give more of the id: "
                        + String.join(
                                ", ",
                                found.stream()
                                        .limit(SHOWN)
                                        .map(resource -> resource.id().text())
                                        .toList()));
    }
}
