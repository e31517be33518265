package dev.demarc.knowledge;

/**
 * What resource providers publish about their types.
 *
 * @param types types that the policy engine treats unlike others
 */
public record Providers(Aliases aliases, TagSupport tags, PolicyTypes types) {
    /** Nothing is published. */
    public static final Providers NONE = new Providers(Aliases.NONE, TagSupport.NONE, PolicyTypes.NONE);

    /** This with something fresher laid over it: whatever both tell, the fresher counts. */
    public Providers under(Providers fresher) {
        return new Providers(aliases.under(fresher.aliases), tags.under(fresher.tags), types.and(fresher.types));
    }
}
