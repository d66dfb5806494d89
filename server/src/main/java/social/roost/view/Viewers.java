package social.roost.view;

import social.roost.graph.Blocks;

/** Knows what viewers do not get to see. */
public final class Viewers {
    private final Blocks blocks;

    public Viewers(Blocks blocks) {
        this.blocks = blocks;
    }

    /**
     * Someone with what they do not get to see.
     *
     * @param userId 0 for someone who is not logged in
     */
    public Viewer of(long userId) {
        return new Viewer(userId, blocks.hiddenFrom(userId));
    }
}
