package social.roost.draft;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import social.roost.base.Cursor;
import social.roost.base.ListId;
import social.roost.base.Page;
import social.roost.base.PageRequest;
import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;
import social.roost.base.Snowflake;
import social.roost.draft.ScheduledTweetStore.Added;
import social.roost.draft.ScheduledTweetStore.Place;
import social.roost.tweet.IdempotencyKey;
import social.roost.tweet.PostTweet;
import social.roost.tweet.PostTweet.Draft;

/** Schedules tweets, and lists, edits and cancels those of a user. What can be checked now is checked now. */
public final class ScheduledTweets {
    /** A user may have this many. */
    public static final int MOST = 300;

    public static final Duration EARLIEST = Duration.ofMinutes(1);
    public static final Duration LATEST = Duration.ofDays(365);

    private static final String FIELD = "scheduled_at";

    private final ScheduledTweetStore store;
    private final ScheduledMedia media;
    private final PostTweet post;
    private final Snowflake ids;
    private final InstantSource clock;

    public ScheduledTweets(
            ScheduledTweetStore store, ScheduledMedia media, PostTweet post, Snowflake ids, InstantSource clock) {
        this.store = store;
        this.media = media;
        this.post = post;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Schedules a tweet, or finds what an earlier request with the same key scheduled.
     *
     * @param dueAt in milliseconds since 1970, between a minute and a year from now
     * @return durable
     * @throws Rejection as {@link PostTweet#post}; CONFLICT if the user has too many
     */
    public ScheduledTweet schedule(long userId, Draft draft, long dueAt, Optional<IdempotencyKey> key) {
        checkTime(dueAt);
        post.check(userId, draft);
        ScheduledTweet tweet = new ScheduledTweet(ids.next(), userId, dueAt, draft.normalized(), 0, null);
        media.use(tweet, draft.mediaIds());
        Added added = store.add(tweet, key.orElse(null), MOST);
        if (!(added instanceof Added.Stored)) {
            media.end(tweet, draft.mediaIds());
        }
        return switch (added) {
            case Added.Stored() -> {
                media.confirm(tweet);
                yield tweet;
            }
            case Added.Repeated(ScheduledTweet earlier) -> earlier;
            case Added.KeyReused() -> throw IdempotencyKey.reused();
            case Added.Full() ->
                throw new Rejection(
                        Kind.CONFLICT,
                        "too_many_scheduled",
                        "You have " + MOST + " scheduled tweets. Cancel some first, or wait until they are posted.");
        };
    }

    /** The user's tweets, those that are due first at the beginning. */
    public Page<ScheduledTweet> list(long userId, PageRequest request) {
        ListId list = new ListId("scheduled-tweets", userId);
        Place after = request.in(list, 2)
                .map(cursor -> new Place(cursor.value(0), cursor.value(1)))
                .orElse(null);
        return Page.of(
                store.list(userId, after, request.limit() + 1),
                request.limit(),
                last -> Cursor.of(last.dueAt(), last.id()).of(list));
    }

    /**
     * Edits a tweet, or schedules one again that could not be posted.
     *
     * @param edit what changes
     * @throws Rejection as {@link #schedule}; NOT_FOUND if there is none, CONFLICT if it is being posted
     */
    public ScheduledTweet edit(long userId, long id, Edit edit) {
        ScheduledTweet before = require(userId, id);
        ScheduledTweet after = before.edited(
                edit.draft.apply(before.draft()).normalized(), edit.dueAt == null ? before.dueAt() : edit.dueAt);
        if (edit.dueAt != null || before.failure() != null) {
            checkTime(after.dueAt());
        }
        post.check(userId, after.draft());
        List<Long> added = without(after.draft(), before.draft());
        media.use(after, added);
        if (!store.edit(after)) {
            media.end(after, added);
            media.confirm(require(userId, id));
            throw conflict();
        }
        media.confirm(after);
        media.end(before, without(before.draft(), after.draft()));
        return after;
    }

    private static List<Long> without(Draft draft, Draft other) {
        return draft.mediaIds().stream()
                .filter(id -> !other.mediaIds().contains(id))
                .toList();
    }

    /**
     * Cancels a tweet.
     *
     * @throws Rejection NOT_FOUND if there is none, CONFLICT if it is being posted
     */
    public void cancel(long userId, long id) {
        ScheduledTweet tweet = require(userId, id);
        if (!store.remove(userId, id)) {
            var _ = require(userId, id);
            throw conflict();
        }
        media.end(tweet, tweet.draft().mediaIds());
    }

    private ScheduledTweet require(long userId, long id) {
        ScheduledTweet tweet = store.find(userId, id);
        if (tweet == null) {
            throw Rejection.notFound("scheduled tweet");
        }
        return tweet;
    }

    private static Rejection conflict() {
        return new Rejection(
                Kind.CONFLICT,
                "being_posted",
                "The tweet is being posted, or was changed at the same time. Look again.");
    }

    private void checkTime(long dueAt) {
        long now = clock.millis();
        if (dueAt < now + EARLIEST.toMillis() || dueAt > now + LATEST.toMillis()) {
            throw Rejection.invalid(FIELD, "Expected a time between one minute and one year from now.");
        }
    }

    /**
     * What changes.
     *
     * @param draft returns the draft with its changes
     * @param dueAt null leaves it as it is
     */
    public record Edit(UnaryOperator<Draft> draft, @Nullable Long dueAt) {}
}
