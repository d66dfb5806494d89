package social.roost.app;

import social.roost.tweet.Mark;
import social.roost.tweet.References;
import social.roost.tweet.Tweet;
import social.roost.tweet.Visibility;
import social.roost.tweet.text.TweetText;

/** A tweet that nobody may read, stored with all that could lead to it. */
final class Unreadable {
    /** In no answer and on no stream. */
    static final String TEXT = "for nobody at all";

    private Unreadable() {}

    /**
     * Stores it as a newer version of the program would, past all checks, and lets another like, bookmark, retweet, quote and reply
     * to it.
     *
     * @return its id
     */
    static String tweet(LocalServer roost, String author, String other) {
        long authorId = Long.parseLong(author);
        long otherId = Long.parseLong(other);
        var stores = roost.server.stores().tweets();
        long id = post(roost, authorId, TEXT + ", not even @bob", References.NONE, Visibility.UNKNOWN);
        for (Mark mark : Mark.values()) {
            var _ = stores.engagements().add(mark, otherId, id, roost.clock.millis());
        }
        long retweet = roost.server.stores().infrastructure().ids().next();
        var _ = stores.posts().post(Tweet.retweet(retweet, otherId, id), null);
        post(roost, otherId, "a quote", new References(null, null, id, null), Visibility.PUBLIC);
        post(roost, otherId, "a reply", new References(id, authorId, null, null), Visibility.PUBLIC);
        return Long.toString(id);
    }

    private static long post(
            LocalServer roost, long authorId, String content, References references, Visibility visibility) {
        long id = roost.server.stores().infrastructure().ids().next();
        Long parent = references.replyToId();
        var text = TweetText.parse(content);
        var _ = roost.server
                .stores()
                .tweets()
                .posts()
                .post(
                        new Tweet(
                                id,
                                authorId,
                                text.content(),
                                text.entities(),
                                references,
                                parent == null ? id : parent,
                                visibility),
                        null);
        return id;
    }
}
