package social.roost.view;

import social.roost.graph.Blocks;
import social.roost.http.Caller;
import social.roost.http.Request;

/** Tells who looks. */
public final class Viewers {
    private final Blocks blocks;

    public Viewers(Blocks blocks) {
        this.blocks = blocks;
    }

    public Viewer of(Request request) {
        return of(request.optionalCaller().map(Caller::userId).orElse(0L));
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
