package social.roost.draft;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.Rejection;
import social.roost.draft.ScheduledTweet.Failure;
import social.roost.draft.ScheduledTweetStore.Leased;
import social.roost.tweet.IdempotencyKey;
import social.roost.tweet.PostTweet;
import social.roost.user.Suspensions;

/**
 * Posts scheduled tweets when they are due, each exactly once.
 *
 * <p>A tweet is posted with an idempotency key of its own: another attempt, after a crash or by another process whose
 * lease began when this one's had ended, finds what was posted. Attempts end before the key expires.
 */
public final class ScheduledPosting {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduledPosting.class);

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration ATTEMPTS = IdempotencyKey.LIFETIME.minusHours(4);
    private static final int AT_ONCE = 10;

    /** Clients cannot send it, because a value of a header does not begin with a tab. */
    private static final String KEY = "\tscheduled ";

    /** An earlier attempt may have left a use of the media that ends by itself. */
    private static final Set<String> PASSING = Set.of("media_in_use", "media_not_ready");

    private final ScheduledTweetStore store;
    private final ScheduledMedia media;
    private final PostTweet post;
    private final Suspensions suspensions;
    private final InstantSource clock;

    public ScheduledPosting(
            ScheduledTweetStore store,
            ScheduledMedia media,
            PostTweet post,
            Suspensions suspensions,
            InstantSource clock) {
        this.store = store;
        this.media = media;
        this.post = post;
        this.suspensions = suspensions;
        this.clock = clock;
    }

    /** Posts some of the tweets that are due; false if there were none. */
    public boolean post() {
        long now = clock.millis();
        List<Leased> due = store.lease(now, now + LEASE.toMillis(), AT_ONCE);
        due.forEach(this::post);
        return !due.isEmpty();
    }

    private void post(Leased leased) {
        ScheduledTweet tweet = leased.tweet();
        try {
            suspensions.refuse(tweet.userId());
            media.end(tweet, tweet.draft().mediaIds());
            var _ = post.post(tweet.userId(), tweet.draft(), Optional.of(key(tweet)));
            store.posted(tweet.id());
        } catch (Rejection e) {
            rejected(leased, e);
        } catch (RuntimeException e) {
            LOG.warn("Could not post a scheduled tweet, will retry", e);
            giveUpIfLate(leased, new Failure("unavailable", "The server could not post the tweet in time."));
        }
    }

    private static IdempotencyKey key(ScheduledTweet tweet) {
        byte[] request = DraftCodec.encode(List.of(tweet.draft())).getBytes(StandardCharsets.UTF_8);
        return IdempotencyKey.of(KEY + tweet.id() + " " + tweet.revision(), request, 1);
    }

    private void rejected(Leased leased, Rejection rejection) {
        Failure failure = new Failure(rejection.code(), rejection.text());
        if (rejection.kind() == Rejection.Kind.GONE) {
            // It was posted, and its author has deleted it since.
            store.posted(leased.tweet().id());
        } else if (PASSING.contains(rejection.code())) {
            giveUpIfLate(leased, failure);
        } else {
            fail(leased.tweet(), failure);
        }
    }

    private void giveUpIfLate(Leased leased, Failure failure) {
        if (clock.millis() >= leased.begunAt() + ATTEMPTS.toMillis()) {
            fail(leased.tweet(), failure);
        }
    }

    private void fail(ScheduledTweet tweet, Failure failure) {
        media.useAgain(tweet);
        store.failed(tweet.id(), failure);
    }
}
