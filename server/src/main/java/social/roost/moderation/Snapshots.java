package social.roost.moderation;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import social.roost.base.Ids;
import social.roost.base.Rejection;
import social.roost.graph.Blocks;
import social.roost.media.MediaContent;
import social.roost.media.MediaLibrary;
import social.roost.media.ShownMedium;
import social.roost.message.Conversation;
import social.roost.message.Conversations;
import social.roost.message.Message;
import social.roost.message.MessagePage;
import social.roost.message.MessagePages;
import social.roost.moderation.ReportedItem.Kind;
import social.roost.tweet.Tweet;
import social.roost.tweet.TweetStore;
import social.roost.tweet.Viewers;

/**
 * Copies what a user reports. What the reporter does not see is reported as missing: the answer must not tell whether
 * it exists.
 */
public final class Snapshots {
    private static final Pattern MESSAGE = Pattern.compile("([0-9]{1,19})/([0-9]{1,19})");

    private final TweetStore tweets;
    private final Viewers viewers;
    private final Blocks blocks;
    private final MediaLibrary media;
    private final Conversations conversations;
    private final MessagePages messages;

    public Snapshots(
            TweetStore tweets,
            Viewers viewers,
            Blocks blocks,
            MediaLibrary media,
            Conversations conversations,
            MessagePages messages) {
        this.tweets = tweets;
        this.viewers = viewers;
        this.blocks = blocks;
        this.media = media;
        this.conversations = conversations;
        this.messages = messages;
    }

    /**
     * Copies a tweet, also one that was deleted a moment ago.
     *
     * @throws Rejection INVALID if it is not an id, or the reporter sees it and it is another user's
     */
    ReportedItem tweet(long reporterId, long userId, String text) {
        Tweet tweet = tweets.findPosted(tweetId(text));
        if (tweet == null
                || !viewers.of(reporterId).mayRead(tweet)
                || !blocks.isVisible(reporterId, tweet.authorId())) {
            return ReportedItem.missing(Kind.TWEET, text);
        }
        requireAuthor("tweet_ids", tweet.authorId() == userId);
        return new ReportedItem(
                Kind.TWEET,
                text,
                false,
                tweet.content(),
                tweet.labels().contentWarning(),
                tweet.edition().number(),
                tweet.createdAt(),
                files(tweet.mediaIds()));
    }

    /**
     * Copies a message.
     *
     * @param text the id of its conversation, a slash, and its sequence number
     * @throws Rejection INVALID if it is something else, or the reporter sees it and it is another user's
     */
    ReportedItem message(long reporterId, long userId, String text) {
        Matcher parts = messageId(text);
        Optional<Message> found = message(
                reporterId,
                Ids.parse(parts.group(1)).orElse(0),
                Ids.parse(parts.group(2)).orElse(0));
        if (found.isEmpty()) {
            return ReportedItem.missing(Kind.MESSAGE, text);
        }
        Message message = found.get();
        requireAuthor("message_ids", message.senderId() == userId);
        return new ReportedItem(
                Kind.MESSAGE,
                text,
                false,
                message.body().text(),
                null,
                0,
                message.sentAt(),
                files(message.body().mediaIds()));
    }

    /**
     * Rejects what cannot be the id of a tweet or a message, before anything is looked up.
     *
     * @throws Rejection INVALID
     */
    static void requireIds(List<String> tweetIds, List<String> messageIds) {
        tweetIds.forEach(Snapshots::tweetId);
        messageIds.forEach(Snapshots::messageId);
    }

    @CanIgnoreReturnValue
    private static long tweetId(String text) {
        return Ids.parse(text)
                .orElseThrow(() -> Rejection.invalid("tweet_ids", "At least one of these is not a valid id."));
    }

    @CanIgnoreReturnValue
    private static Matcher messageId(String text) {
        Matcher parts = MESSAGE.matcher(text);
        if (!parts.matches()) {
            throw Rejection.invalid(
                    "message_ids", "Expected the conversation and the sequence number, such as 910214132695695360/17.");
        }
        return parts;
    }

    private Optional<Message> message(long reporterId, long conversationId, long seq) {
        Conversation conversation;
        try {
            conversation = conversations.require(reporterId, conversationId);
        } catch (Rejection rejection) {
            return Optional.empty();
        }
        MessagePage page = messages.one(conversation, reporterId, seq);
        return page == null
                ? Optional.empty()
                : Optional.of(page.messages().getFirst().message());
    }

    private static void requireAuthor(String field, boolean isRight) {
        if (!isRight) {
            throw Rejection.invalid(field, "One of these is not by the reported user.");
        }
    }

    private List<ReportedItem.File> files(List<Long> ids) {
        return media.shown(Ids.of(ids, Long::longValue)).stream()
                .map(Snapshots::file)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<ReportedItem.File> file(ShownMedium shown) {
        MediaContent content = shown.medium().content();
        return content == null || content.files().isEmpty()
                ? Optional.empty()
                : Optional.of(new ReportedItem.File(
                        Long.toString(shown.medium().id()),
                        content.files().getLast().name(),
                        shown.medium().description().altText(),
                        content.blurhash()));
    }
}
