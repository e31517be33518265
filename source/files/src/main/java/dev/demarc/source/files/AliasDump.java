package dev.demarc.source.files;

import dev.demarc.knowledge.Aliases;
import dev.demarc.knowledge.PolicyTypes;
import dev.demarc.knowledge.Providers;
import dev.demarc.knowledge.TagSupport;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;

/**
 * What an export of resource providers tells: fresher than what ships, so it is laid over that.
 *
 * @param written when the file was last written, as far as its system tells; the export itself names no date
 */
public record AliasDump(Providers providers, Optional<Instant> written) {
    /** Nothing was read. */
    static final AliasDump NOTHING =
            new AliasDump(new Providers(Aliases.NONE, TagSupport.NONE, PolicyTypes.NONE), Optional.empty());

    /** How many aliases it has; one of two types counts twice. */
    public int aliases() {
        return providers.aliases().size();
    }

    /** How many types it tells something of. */
    public int types() {
        var types = new HashSet<>(providers.aliases().types());
        types.addAll(providers.tags().listed().keySet());
        return types.size();
    }
}
