package social.roost.tweet;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;
import social.roost.tweet.text.ParsedText;

/**
 * Edits the text of a tweet and what its author says about it. Everything else stays: id, time, place, media, poll,
 * references, likes and replies. Earlier versions stay readable.
 */
public final class EditTweet {
    /** After the post. */
    public static final Duration ALLOWED_FOR = Duration.ofMinutes(30);

    public static final int MOST_EDITS = 5;

    private final TweetStore store;
    private final Tweets tweets;
    private final PollStore polls;
    private final Viewers viewers;
    private final InstantSource clock;

    public EditTweet(TweetStore store, Tweets tweets, PollStore polls, Viewers viewers, InstantSource clock) {
        this.store = store;
        this.tweets = tweets;
        this.polls = polls;
        this.viewers = viewers;
        this.clock = clock;
    }

    /**
     * Edits one of the author's tweets. If nothing differs, there is no new version.
     *
     * @return durable
     * @throws Rejection NOT_FOUND if the tweet does not exist or was deleted, FORBIDDEN if it is another user's or too
     *     old, INVALID for an invalid text or a retweet, CONFLICT if it was edited too often or at the same time, or if
     *     its poll has votes
     */
    public StoredTweet edit(long authorId, long tweetId, Changes changes) {
        Tweet current = require(authorId, tweetId);
        Tweet edited = edited(current, changes);
        if (isSame(current, edited)) {
            return reloaded(tweetId);
        }
        requireEditable(current);
        if (store.edit(edited)) {
            return reloaded(tweetId);
        }
        return overtaken(authorId, tweetId, changes);
    }

    /** Two requests for the same text may both succeed. */
    private StoredTweet overtaken(long authorId, long tweetId, Changes changes) {
        Tweet current = require(authorId, tweetId);
        if (isSame(current, edited(current, changes))) {
            return reloaded(tweetId);
        }
        throw new Rejection(
                Kind.CONFLICT, "edited_meanwhile", "The tweet was edited at the same time. Read it and try again.");
    }

    private StoredTweet reloaded(long tweetId) {
        tweets.changed(tweetId);
        return tweets.find(tweetId).orElseThrow(() -> Rejection.notFound("tweet"));
    }

    private Tweet require(long authorId, long tweetId) {
        Tweet tweet = store.find(new long[] {tweetId}).get(tweetId);
        boolean own = tweet != null && tweet.authorId() == authorId;
        if (tweet == null || (!own && !viewers.of(authorId).mayRead(tweet))) {
            throw Rejection.notFound("tweet");
        }
        if (!own) {
            throw new Rejection(Kind.FORBIDDEN, "not_your_tweet", "Only its author can edit a tweet.");
        }
        if (tweet.isRetweet()) {
            throw new Rejection(Kind.INVALID, "not_editable", "A retweet has no text of its own.");
        }
        return tweet;
    }

    private void requireEditable(Tweet tweet) {
        if (clock.millis() - tweet.createdAt() > ALLOWED_FOR.toMillis()) {
            throw new Rejection(
                    Kind.FORBIDDEN,
                    "too_late_to_edit",
                    "A tweet can be edited for " + ALLOWED_FOR.toMinutes() + " minutes.");
        }
        if (tweet.edition().number() >= MOST_EDITS) {
            throw new Rejection(Kind.CONFLICT, "too_many_edits", "A tweet can be edited " + MOST_EDITS + " times.");
        }
        if (tweet.poll() != null && polls.voters(tweet.id(), 0, 1).length > 0) {
            throw new Rejection(
                    Kind.CONFLICT, "poll_has_votes", "The tweet cannot be edited any more: its poll has votes.");
        }
    }

    private Tweet edited(Tweet current, Changes changes) {
        String content = Objects.requireNonNullElse(changes.content(), current.content());
        ParsedText text = Drafts.parse(content, !current.mediaIds().isEmpty(), "");
        Labels labels = changes.applyTo(current.labels()).checked("");
        Edition edition = current.edition();
        Edition next = new Edition(
                edition.number() + 1, Math.max(clock.millis(), edition.at()), formerMentions(current, text));
        return current.edited(text, labels, next);
    }

    private static boolean isSame(Tweet current, Tweet edited) {
        return current.content().equals(edited.content()) && current.labels().equals(edited.labels());
    }

    private static List<String> formerMentions(Tweet current, ParsedText text) {
        Set<String> mentioned = text.entities().mentions().stream()
                .map(mention -> mention.username().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return Stream.concat(
                        current.edition().formerMentions().stream(),
                        current.entities().mentions().stream()
                                .map(mention -> mention.username().toLowerCase(Locale.ROOT)))
                .distinct()
                .filter(name -> !mentioned.contains(name))
                .toList();
    }

    /**
     * What an author wants to change; null for what stays.
     *
     * @param contentWarning blank for none
     */
    public record Changes(
            @Nullable String content,
            @Nullable Boolean sensitive,
            @Nullable String contentWarning,
            @Nullable String language) {

        Labels applyTo(Labels labels) {
            return Labels.of(
                    sensitive == null ? labels.sensitive() : sensitive,
                    contentWarning == null ? labels.contentWarning() : contentWarning,
                    language == null ? labels.language() : language,
                    labels.replies());
        }
    }
}
