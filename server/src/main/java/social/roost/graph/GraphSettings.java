package social.roost.graph;

import social.roost.base.config.Setting;

/** Limits of the graph. */
public record GraphSettings(
        @Setting(value = "5000", help = "How many users one user may follow; a home timeline's cost grows with it.")
        int maximumFollowing) {

    public GraphSettings {
        if (maximumFollowing < 1) {
            throw new IllegalArgumentException("maximum-following is " + maximumFollowing + ", expected 1 or more");
        }
    }
}
