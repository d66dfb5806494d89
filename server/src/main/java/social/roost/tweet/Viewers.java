package social.roost.tweet;

import social.roost.graph.Blocks;

/** Determines what is hidden from a viewer. */
public final class Viewers {
    private final Blocks blocks;
    private final MutedTexts texts;

    public Viewers(Blocks blocks, MutedTexts texts) {
        this.blocks = blocks;
        this.texts = texts;
    }

    /**
     * Resolves a viewer.
     *
     * @param userId 0 for a viewer who is not logged in
     */
    public Viewer of(long userId) {
        return new Viewer(userId, blocks.hiddenFrom(userId), texts);
    }
}
