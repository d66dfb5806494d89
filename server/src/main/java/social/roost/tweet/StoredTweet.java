package social.roost.tweet;

import org.jspecify.annotations.Nullable;
import social.roost.base.Encodable;
import social.roost.tweet.text.Entities;

/** A tweet with its counts and its encoded forms. */
public final class StoredTweet extends Encodable {
    /** Objects and one encoded form, without the text and its entities. */
    static final int FIXED_BYTES = 1_400;

    private static final int ENTITY_BYTES = 150;
    private static final int MEDIUM_BYTES = 60;
    private static final int EDITION_BYTES = 300;
    private static final int POLL_BYTES = 500;

    private final Tweet tweet;
    private final Counts counts;
    private final Outline outline;

    public StoredTweet(Tweet tweet, Counts counts) {
        this.tweet = tweet;
        this.counts = counts;
        this.outline = Outline.of(tweet, counts);
    }

    public Tweet tweet() {
        return tweet;
    }

    public Counts counts() {
        return counts;
    }

    public Outline outline() {
        return outline;
    }

    public long id() {
        return tweet.id();
    }

    public long authorId() {
        return tweet.authorId();
    }

    public References references() {
        return tweet.references();
    }

    /** The tweet to which actions on this one apply: the original of a retweet, otherwise this one. */
    public long subjectId() {
        return outline.subjectId();
    }

    /** The tweet that is displayed with it, null if there is none. */
    public @Nullable Long shownId() {
        return tweet.references().shownId();
    }

    /** An estimate of its memory, including its text and one encoded form. */
    int bytes() {
        Entities entities = tweet.entities();
        int found = entities.mentions().size()
                + entities.hashtags().size()
                + entities.cashtags().size()
                + entities.urls().size();
        return FIXED_BYTES
                + 3 * tweet.content().length()
                + ENTITY_BYTES * found
                + MEDIUM_BYTES * tweet.mediaIds().size()
                + (tweet.poll() == null ? 0 : POLL_BYTES)
                + (tweet.edition().isFirst() ? 0 : EDITION_BYTES);
    }
}
