package dev.demarc.knowledge;

/** What resource providers publish about their types. */
public record Providers(Aliases aliases, TagSupport tags) {
    /** Nothing is published. */
    public static final Providers NONE = new Providers(Aliases.NONE, TagSupport.NONE);

    /** This with something fresher laid over it: whatever both tell, the fresher counts. */
    public Providers under(Providers fresher) {
        return new Providers(aliases.under(fresher.aliases), tags.under(fresher.tags));
    }
}
