package social.roost.tweet;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import social.roost.base.Rejection;
import social.roost.base.Snowflake;
import social.roost.tweet.PostTweet.Draft;
import social.roost.tweet.text.ParsedText;
import social.roost.tweet.text.TweetText;

/** Turns what an author wants to post into tweets: checks texts and references. */
public final class Drafts {
    private static final int LEAST_IN_THREAD = 2;

    private final TweetAccess access;
    private final Snowflake ids;

    /** @param ids of the tweets */
    Drafts(TweetAccess access, Snowflake ids) {
        this.access = access;
        this.ids = ids;
    }

    /** @throws Rejection as {@link PostTweet#post} describes */
    Tweet tweet(long authorId, Draft draft) {
        return first(ids.next(), authorId, draft, "");
    }

    /**
     * Each is a reply to the one before, with the next id.
     *
     * @throws Rejection likewise; names fields like {@code tweets[2].content}
     */
    List<Tweet> thread(long authorId, List<Draft> drafts) {
        if (drafts.size() < LEAST_IN_THREAD || drafts.size() > PostTweet.MOST_IN_THREAD) {
            throw Rejection.invalid(
                    "tweets", "A thread has " + LEAST_IN_THREAD + " to " + PostTweet.MOST_IN_THREAD + " tweets.");
        }
        long firstId = ids.next(drafts.size());
        List<Tweet> thread = new ArrayList<>(drafts.size());
        thread.add(first(firstId, authorId, drafts.getFirst(), path(0)));
        for (int i = 1; i < drafts.size(); i++) {
            thread.add(next(thread.getLast(), drafts.get(i), path(i)));
        }
        return thread;
    }

    private static String path(int index) {
        return "tweets[" + index + "].";
    }

    private Tweet first(long id, long authorId, Draft draft, String path) {
        ParsedText text = parse(draft, path);
        Long answeredId = draft.replyToId();
        requireRule(draft, answeredId == null, path);
        StoredTweet answered =
                answeredId == null ? null : access.requireAnswered(authorId, answeredId, path + "reply_to_id");
        Long quoted = quoted(authorId, draft, path);
        References references = new References(
                answered == null ? null : (Long) answered.id(),
                answered == null ? null : (Long) answered.authorId(),
                quoted,
                null);
        long conversation = answered == null ? id : answered.tweet().conversationId();
        return new Tweet(
                id,
                authorId,
                text.content(),
                text.entities(),
                references,
                conversation,
                draft.visibility(),
                draft.mediaIds(),
                draft.labels().checked(path),
                poll(draft, path, id));
    }

    private Tweet next(Tweet previous, Draft draft, String path) {
        if (draft.replyToId() != null) {
            throw Rejection.invalid(
                    path + "reply_to_id", "Only the first tweet of a thread can reply to another tweet.");
        }
        requireRule(draft, false, path);
        ParsedText text = parse(draft, path);
        long authorId = previous.authorId();
        return new Tweet(
                previous.id() + 1,
                authorId,
                text.content(),
                text.entities(),
                new References(previous.id(), authorId, quoted(authorId, draft, path), null),
                previous.conversationId(),
                draft.visibility(),
                draft.mediaIds(),
                draft.labels().checked(path),
                poll(draft, path, previous.id() + 1));
    }

    private static @Nullable Poll poll(Draft draft, String path, long tweetId) {
        return draft.poll() == null ? null : draft.poll().checked(path, Snowflake.millis(tweetId));
    }

    private static void requireRule(Draft draft, boolean begins, String path) {
        if (draft.labels().replies() != null && !begins) {
            throw Rejection.invalid(path + "replies", "Only the first tweet of a conversation says who may reply.");
        }
    }

    private @Nullable Long quoted(long authorId, Draft draft, String path) {
        Long quotedId = draft.quoteOfId();
        return quotedId == null
                ? null
                : (Long) access.requireReference(authorId, quotedId, path + "quote_of_id")
                        .id();
    }

    private static ParsedText parse(Draft draft, String path) {
        return parse(
                Objects.requireNonNullElse(draft.content(), ""),
                !draft.mediaIds().isEmpty(),
                path);
    }

    /** With media, the text may be empty. */
    static ParsedText parse(String content, boolean hasMedia, String path) {
        if (content.isBlank() && hasMedia) {
            return TweetText.NONE;
        }
        ParsedText text = TweetText.parse(content);
        if (text.problem() == null) {
            return text;
        }
        throw Rejection.invalid(
                path + "content",
                switch (text.problem()) {
                    case EMPTY -> "A tweet must contain visible text or media.";
                    case TOO_LONG ->
                        "A tweet may have a weight of at most " + TweetText.MAX_WEIGHTED_LENGTH
                                + ": 1 for most characters, 2 for Chinese, Japanese, Korean and emoji, 23 for a link.";
                    case INVALID_CHARACTERS ->
                        "The text contains control characters or other characters that are not allowed.";
                });
    }
}
