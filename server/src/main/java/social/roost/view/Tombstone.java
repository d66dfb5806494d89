package social.roost.view;

import social.roost.tweet.Tweet;

/** What a conversation shows of a tweet that was deleted, or that the viewer does not get to see: that there is one. */
public record Tombstone(Tweet tweet, boolean deleted) implements PageItem {
    @Override
    public long id() {
        return tweet.id();
    }
}
