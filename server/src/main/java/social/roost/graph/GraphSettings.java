package social.roost.graph;

import social.roost.base.config.Setting;

/** Limits of the graph. */
public record GraphSettings(
        @Setting(value = "5000", help = "Users that one user may follow; the cost of a home timeline grows with it.")
        int maximumFollowing) {

    public GraphSettings {
        if (maximumFollowing < 1) {
            throw new IllegalArgumentException("maximum-following is " + maximumFollowing + ", expected 1 or more");
        }
    }
}
