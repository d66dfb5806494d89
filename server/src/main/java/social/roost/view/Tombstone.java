package social.roost.view;

import social.roost.tweet.Tweet;

/** Stands in a conversation for a tweet that is deleted or hidden from the viewer. */
public record Tombstone(Tweet tweet, boolean deleted) implements PageItem {
    @Override
    public long id() {
        return tweet.id();
    }
}
