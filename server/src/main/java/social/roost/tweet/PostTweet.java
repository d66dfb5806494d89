package social.roost.tweet;

import java.text.Normalizer;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;
import social.roost.base.Snowflake;
import social.roost.tweet.Publishing.Outcome;
import social.roost.tweet.text.ParsedText;
import social.roost.tweet.text.TweetText;
import social.roost.user.Profile;
import social.roost.user.Users;

/** Posts a tweet, a reply or a quote: checks its text and references, and publishes it. */
public final class PostTweet {
    private final Tweets tweets;
    private final TweetAccess access;
    private final Publishing publishing;
    private final Users users;
    private final Snowflake ids;

    public PostTweet(Tweets tweets, TweetAccess access, Publishing publishing, Users users, Snowflake ids) {
        this.tweets = tweets;
        this.access = access;
        this.publishing = publishing;
        this.users = users;
        this.ids = ids;
    }

    /**
     * Posts a tweet, or finds what an earlier request with the same key posted. The key is checked first: a retry gets
     * the first result whatever has changed since.
     *
     * @return durable
     * @throws Rejection INVALID for an invalid text or a missing referenced tweet, FORBIDDEN if the author or the
     *     author of the referenced tweet blocks the other, CONFLICT if the key was used for a different request, GONE
     *     if its tweet has been deleted since
     */
    public PostedTweet post(long authorId, Draft draft, Optional<IdempotencyKey> key) {
        Optional<Outcome> earlier = key.flatMap(known -> publishing.findPublished(authorId, known));
        return posted(authorId, earlier.orElseGet(() -> publish(authorId, draft, key.orElse(null))));
    }

    private Outcome publish(long authorId, Draft draft, @Nullable IdempotencyKey key) {
        Profile author = users.require(authorId);
        return publishing.publish(tweet(ids.next(), authorId, draft), key, author);
    }

    private PostedTweet posted(long authorId, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Published(StoredTweet tweet, Profile author) -> new PostedTweet(tweet, author);
            case Outcome.Repeated(long id) ->
                new PostedTweet(tweets.find(id).orElseThrow(PostTweet::deleted), users.require(authorId));
            case Outcome.KeyReused() ->
                throw new Rejection(
                        Kind.CONFLICT,
                        "idempotency_key_reused",
                        "This key was used for a different request. Use a new key for each tweet.",
                        IdempotencyKey.FIELD);
        };
    }

    private static Rejection deleted() {
        return new Rejection(
                Kind.GONE, "tweet_deleted", "The tweet posted with this key has been deleted.", IdempotencyKey.FIELD);
    }

    private Tweet tweet(long id, long authorId, Draft draft) {
        ParsedText text = parse(draft.content());
        StoredTweet answered = reference(authorId, draft.replyToId(), "reply_to_id");
        StoredTweet quoted = reference(authorId, draft.quoteOfId(), "quote_of_id");
        References references = new References(
                answered == null ? null : (Long) answered.id(),
                answered == null ? null : (Long) answered.authorId(),
                quoted == null ? null : (Long) quoted.id(),
                null);
        long conversation = answered == null ? id : answered.tweet().conversationId();
        return new Tweet(id, authorId, text.content(), text.entities(), references, conversation, draft.visibility());
    }

    private @Nullable StoredTweet reference(long authorId, @Nullable Long tweetId, String field) {
        return tweetId == null ? null : access.requireReference(authorId, tweetId, field);
    }

    private static ParsedText parse(@Nullable String content) {
        ParsedText text = TweetText.parse(Objects.requireNonNullElse(content, ""));
        if (text.problem() == null) {
            return text;
        }
        throw Rejection.invalid(
                "content",
                switch (text.problem()) {
                    case EMPTY -> "A tweet must contain visible text.";
                    case TOO_LONG ->
                        "A tweet may have a weight of at most " + TweetText.MAX_WEIGHTED_LENGTH
                                + ": 1 for most characters, 2 for Chinese, Japanese, Korean and emoji, 23 for a link.";
                    case INVALID_CHARACTERS ->
                        "The text contains control characters or other characters that are not allowed.";
                });
    }

    /** A posted tweet, and its author at that time. */
    public record PostedTweet(StoredTweet tweet, Profile author) {}

    /** What an author wants to post. */
    public record Draft(
            @Nullable String content,
            @Nullable Long replyToId,
            @Nullable Long quoteOfId,
            Visibility visibility) {

        /** With the text in its stored form, for comparison with another request with the same key. */
        public Draft normalized() {
            String text = content == null ? null : Normalizer.normalize(content, Normalizer.Form.NFC);
            return new Draft(text, replyToId, quoteOfId, visibility);
        }

        /** A public draft without references. */
        public static Draft of(String content) {
            return new Draft(content, null, null, Visibility.PUBLIC);
        }
    }
}
