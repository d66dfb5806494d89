package social.roost.tweet;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;
import social.roost.base.Snowflake;
import social.roost.tweet.Publishing.Outcome;
import social.roost.user.Profile;
import social.roost.user.Users;

/** Posts a tweet, a reply, a quote or a thread: checks texts and references, and publishes it. */
public final class PostTweet {
    public static final int MOST_IN_THREAD = 25;

    private final Tweets tweets;
    private final Drafts drafts;
    private final Publishing publishing;
    private final TweetMedia media;
    private final Users users;

    public PostTweet(
            Tweets tweets, TweetAccess access, Publishing publishing, TweetMedia media, Users users, Snowflake ids) {
        this.tweets = tweets;
        this.media = media;
        this.drafts = new Drafts(access, ids);
        this.publishing = publishing;
        this.users = users;
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
        PostedThread posted = post(authorId, 1, () -> List.of(drafts.tweet(authorId, draft)), key);
        return new PostedTweet(posted.tweets().getFirst(), posted.author());
    }

    /**
     * Posts a thread, all of it or nothing, like {@link #post}.
     *
     * @param thread 2 to 25 drafts; only the first may be a reply
     * @return durable
     */
    public PostedThread postThread(long authorId, List<Draft> thread, Optional<IdempotencyKey> key) {
        return post(authorId, thread.size(), () -> drafts.thread(authorId, thread), key);
    }

    /**
     * Checks what can be checked of a tweet that is posted later.
     *
     * @throws Rejection as {@link #post}
     */
    public void check(long authorId, Draft draft) {
        var _ = users.require(authorId);
        var _ = drafts.tweet(authorId, draft);
    }

    private PostedThread post(long authorId, int size, Supplier<List<Tweet>> thread, Optional<IdempotencyKey> key) {
        Optional<Outcome> earlier = key.flatMap(known -> publishing.findPublished(authorId, known));
        return posted(authorId, size, earlier.orElseGet(() -> publish(authorId, thread, key)));
    }

    private Outcome publish(long authorId, Supplier<List<Tweet>> drafted, Optional<IdempotencyKey> key) {
        Profile author = users.require(authorId);
        List<Tweet> thread = drafted.get();
        try {
            media.use(thread);
        } catch (Rejection rejection) {
            // A request with the same key may have been faster.
            return key.flatMap(known -> publishing.findPublished(authorId, known))
                    .orElseThrow(() -> rejection);
        }
        Outcome outcome = publishing.publish(thread, key.orElse(null), author);
        if (!(outcome instanceof Outcome.Published)) {
            media.end(thread);
        }
        return outcome;
    }

    private PostedThread posted(long authorId, int size, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Published(List<StoredTweet> thread, Profile author) -> new PostedThread(thread, author);
            case Outcome.Repeated(long id) -> new PostedThread(earlier(id, size), users.require(authorId));
            case Outcome.KeyReused() -> throw IdempotencyKey.reused();
        };
    }

    private List<StoredTweet> earlier(long firstId, int size) {
        @Nullable
        StoredTweet[] found =
                tweets.find(LongStream.range(firstId, firstId + size).toArray());
        return Arrays.stream(found)
                .map(tweet -> Optional.ofNullable(tweet).orElseThrow(PostTweet::deleted))
                .toList();
    }

    private static Rejection deleted() {
        return new Rejection(
                Kind.GONE, "tweet_deleted", "A tweet posted with this key has been deleted.", IdempotencyKey.FIELD);
    }

    /** A posted tweet, and its author at that time. */
    public record PostedTweet(StoredTweet tweet, Profile author) {}

    /** A posted thread, in order, and its author at that time. */
    public record PostedThread(List<StoredTweet> tweets, Profile author) {}

    /** What an author wants to post. */
    public record Draft(
            @Nullable String content,
            @Nullable Long replyToId,
            @Nullable Long quoteOfId,
            Visibility visibility,
            List<Long> mediaIds,
            Labels labels,
            Poll.@Nullable Draft poll) {

        /** A draft of text. */
        public Draft(
                @Nullable String content, @Nullable Long replyToId, @Nullable Long quoteOfId, Visibility visibility) {
            this(content, replyToId, quoteOfId, visibility, List.of(), Labels.NONE, null);
        }

        /** With the text in its stored form, for comparison with another request with the same key. */
        public Draft normalized() {
            String text = content == null ? null : Normalizer.normalize(content, Normalizer.Form.NFC);
            return new Draft(
                    text,
                    replyToId,
                    quoteOfId,
                    visibility,
                    mediaIds,
                    labels.normalized(),
                    poll == null ? null : poll.normalized());
        }

        /** A public draft without references. */
        public static Draft of(String content) {
            return new Draft(content, null, null, Visibility.PUBLIC);
        }
    }
}
