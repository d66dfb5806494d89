package social.roost.tweet;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.Snowflake;
import social.roost.http.Problem;
import social.roost.tweet.text.ParsedText;
import social.roost.tweet.text.TweetText;
import social.roost.user.Profile;
import social.roost.user.Users;

/** Posts a tweet: checks its text, stores it with its event, and tells who must know before the answer. */
public final class PostTweet {
    private static final Logger LOG = LoggerFactory.getLogger(PostTweet.class);

    private final TweetStore store;
    private final Tweets tweets;
    private final Users users;
    private final Snowflake ids;
    private final TweetListener listener;

    public PostTweet(TweetStore store, Tweets tweets, Users users, Snowflake ids, TweetListener listener) {
        this.store = store;
        this.tweets = tweets;
        this.users = users;
        this.ids = ids;
        this.listener = listener;
    }

    /**
     * Posts, or finds what an earlier request with the same key posted.
     *
     * @param idempotencyKey as the client sent it, 1 to 255 characters
     * @return durable
     * @throws Problem 422 for a text that does not fit, 409 when the key was used for another text
     */
    public PostedTweet post(long authorId, Draft draft, Optional<String> idempotencyKey) {
        IdempotencyKey key = idempotencyKey.map(name -> key(name, draft)).orElse(null);
        ParsedText text = parse(draft.content());
        Profile author = users.require(authorId);
        long id = ids.next();
        Tweet tweet = new Tweet(id, authorId, text.content(), text.entities(), References.NONE, id);
        return switch (store.post(tweet, key)) {
            case TweetStore.Posted.Stored() -> stored(tweet, author);
            case TweetStore.Posted.Repeated(long earlier) -> new PostedTweet(tweets.requirePosted(earlier), author);
            case TweetStore.Posted.KeyReused() ->
                throw new Problem(
                        409,
                        "idempotency_key_reused",
                        "This key was used for another request: make a new one for each.",
                        "Idempotency-Key");
        };
    }

    /** The tweet is durable, so whatever fails from here on must not fail the post. */
    private PostedTweet stored(Tweet tweet, Profile before) {
        StoredTweet stored = tweets.posted(tweet);
        Profile author = users.changed(tweet.authorId());
        try {
            listener.posted(tweet);
        } catch (RuntimeException e) {
            LOG.warn("A tweet was not delivered at once; its event will", e);
        }
        return new PostedTweet(stored, author == null ? before : author);
    }

    private static IdempotencyKey key(String name, Draft draft) {
        if (name.isBlank() || name.length() > IdempotencyKey.MAXIMUM_LENGTH) {
            throw Problem.invalid(
                    "Idempotency-Key", "A key has 1 to " + IdempotencyKey.MAXIMUM_LENGTH + " characters.");
        }
        return IdempotencyKey.of(name, Objects.requireNonNullElse(draft.content(), ""));
    }

    private static ParsedText parse(@Nullable String content) {
        ParsedText text = TweetText.parse(Objects.requireNonNullElse(content, ""));
        if (text.problem() == null) {
            return text;
        }
        throw Problem.invalid(
                "content",
                switch (text.problem()) {
                    case EMPTY -> "A tweet needs some text.";
                    case TOO_LONG ->
                        "A tweet has a weight of " + TweetText.MAX_WEIGHTED_LENGTH + " at most: one for most letters,"
                                + " two for Chinese, Japanese, Korean and emoji, 23 for an address.";
                    case INVALID_CHARACTERS -> "The text holds characters that a tweet cannot have.";
                });
    }

    /** A tweet that was posted, and its author as of then. */
    public record PostedTweet(StoredTweet tweet, Profile author) {}

    /** {@code POST /tweets}. */
    public record Draft(@Nullable String content) {}
}
