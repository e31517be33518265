package dev.demarc.source.policies;

import dev.demarc.source.files.Folder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Which files of a folder hold policies, by how repositories of policies are laid out.
 *
 * @param files those to read, in order
 * @param government copies for Azure Government of what is there for public Azure, left out
 * @param bicep files that would have to be built first
 * @param ignored whatever else is there
 * @param epac whether the folder is one of Enterprise Policy as Code, where comments in JSON are usual
 * @see <a href="https://github.com/Azure/azure-policy">Azure/azure-policy</a>
 * @see <a href="https://azure.github.io/enterprise-azure-policy-as-code/">Enterprise Policy as Code</a>
 */
record Checkout(List<Path> files, List<Path> government, List<Path> bicep, int ignored, boolean epac) {
    private static final String GOVERNMENT = "azure government";
    private static final String EXEMPTIONS = "policyexemptions";

    /** Folders of EPAC that hold no policies. */
    private static final Set<String> BESIDE = Set.of("policydocumentations", "policystructures");

    Checkout {
        files = List.copyOf(files);
        government = List.copyOf(government);
        bicep = List.copyOf(bicep);
    }

    /** What of a folder is meant. */
    static Checkout of(Path root, Folder folder) {
        var candidates = new ArrayList<Path>();
        var bicep = new ArrayList<Path>();
        int ignored = 0;
        boolean epac = folder.files().stream().anyMatch(Checkout::isGlobalSettings);
        for (Path file : folder.files()) {
            List<String> below = names(root.relativize(file));
            boolean table = below.contains(EXEMPTIONS) && name(file).endsWith(".csv");
            if (name(file).endsWith(".bicep")) {
                bicep.add(file);
            } else if ((isJson(file) || table) && (!epac || below.stream().noneMatch(BESIDE::contains))) {
                candidates.add(file);
            } else {
                ignored++;
            }
        }
        List<Path> government = candidates.stream()
                .filter(file -> names(root.relativize(file)).contains(GOVERNMENT))
                .toList();
        boolean both = government.size() < candidates.size();
        if (both) {
            candidates.removeAll(Set.copyOf(government));
        }
        return new Checkout(candidates, both ? government : List.of(), bicep, ignored, epac);
    }

    private static boolean isGlobalSettings(Path file) {
        return name(file).matches("global-settings\\.jsonc?");
    }

    static boolean isJson(Path file) {
        return name(file).matches(".*\\.(json|jsonc|jsonl|ndjson)(\\.gz)?");
    }

    /** The name of a file in small letters. */
    static String name(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }

    /** The names along a path in small letters. */
    static List<String> names(Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                .map(part -> part.toString().toLowerCase(Locale.ROOT))
                .toList();
    }
}
