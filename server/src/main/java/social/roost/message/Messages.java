package social.roost.message;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;
import social.roost.base.Snowflake;
import social.roost.message.MessageStore.Appended;
import social.roost.message.MessageStore.Range;
import social.roost.message.TypingSignals.Typing;
import social.roost.tweet.TweetAccess;
import social.roost.tweet.text.Emoji;
import social.roost.tweet.text.LongText;
import social.roost.tweet.text.ParsedText;

/** Sends and deletes messages, and reacts to them. Every method checks that the user is a member. */
public final class Messages {
    public static final int LONGEST = 10_000;
    private static final int LONGEST_KEY = 64;
    private static final int MOST_REACTIONS = 5;
    private static final Duration DELETABLE = Duration.ofHours(1);

    private final Conversations conversations;
    private final ConversationStore inboxes;
    private final MessageStore store;
    private final ContactRules rules;
    private final Parts parts;

    Messages(
            Conversations conversations,
            ConversationStore inboxes,
            MessageStore store,
            ContactRules rules,
            Parts parts) {
        this.conversations = conversations;
        this.inboxes = inboxes;
        this.store = store;
        this.rules = rules;
        this.parts = parts;
    }

    /** What messages may consist of, and what they need. */
    record Parts(TweetAccess tweets, MessageMedia media, TypingSignals typing, Snowflake ids, InstantSource clock) {}

    /**
     * Sends a message, or finds what an earlier request with the same key sent, whatever has changed since. Sending
     * accepts a request.
     *
     * @return durable
     * @throws Rejection INVALID for an invalid draft, FORBIDDEN if the other user does not accept it
     */
    public Sent send(long userId, long conversationId, Draft draft) {
        Conversation conversation = conversations.require(userId, conversationId);
        String key = checkedKey(draft.clientKey());
        // A repetition from before the user left the conversation must not accept an invitation to return.
        boolean isPending = !conversation.require(userId).hasAccepted();
        Message earlier = isPending ? store.findSent(conversationId, userId, key) : null;
        return earlier == null ? sendOrFind(conversation, userId, key, draft) : new Sent(conversation, earlier, false);
    }

    private Sent sendOrFind(Conversation conversation, long userId, String key, Draft draft) {
        try {
            return send(conversation, userId, key, draft);
        } catch (Rejection rejection) {
            Message earlier = store.findSent(conversation.id(), userId, key);
            if (earlier == null) {
                throw rejection;
            }
            return new Sent(conversation, earlier, false);
        }
    }

    private Sent send(Conversation conversation, long userId, String key, Draft draft) {
        requireWritable(conversation, userId);
        Message message = new Message(
                conversation.id(),
                0,
                parts.ids().next(),
                userId,
                key,
                body(conversation, userId, draft),
                parts.clock().millis(),
                false);
        parts.media().use(message);
        Appended appended = append(conversation, message);
        if (appended.isNew()) {
            parts.media().confirm(appended.message());
        } else {
            parts.media().end(message);
        }
        return new Sent(conversation, appended.message(), appended.isNew());
    }

    private Appended append(Conversation conversation, Message message) {
        try {
            if (!conversation.require(message.senderId()).hasAccepted()) {
                Conversation _ = conversations.accept(message.senderId(), message.conversationId());
            }
            return store.append(message);
        } catch (Rejection rejection) {
            parts.media().end(message);
            throw rejection;
        }
    }

    private void requireWritable(Conversation conversation, long userId) {
        if (conversation.isPair()) {
            rules.requireMessage(userId, conversation.require(conversation.other(userId)));
        }
    }

    private static String checkedKey(@Nullable String key) {
        if (key == null
                || key.isBlank()
                || key.length() > LONGEST_KEY
                || key.chars().anyMatch(Messages::isOdd)) {
            throw Rejection.invalid(
                    "client_key", "A key has 1 to " + LONGEST_KEY + " printable ASCII characters, such as a UUID.");
        }
        return key;
    }

    private static boolean isOdd(int unit) {
        return unit <= ' ' || unit > '~';
    }

    private Message.Body body(Conversation conversation, long userId, Draft draft) {
        String text = Objects.requireNonNullElse(draft.text(), "");
        boolean hasMore = !draft.mediaIds().isEmpty() || draft.tweetId() != null;
        ParsedText parsed = text.isBlank() && hasMore ? LongText.NONE : parse(text);
        Long replyTo = draft.replyToSeq();
        if (replyTo != null
                && (replyTo > conversation.lastSeq()
                        || replyTo <= conversation.require(userId).joinedSeq())) {
            throw Rejection.invalid("reply_to_seq", "There is no such message.");
        }
        Long tweetId = draft.tweetId() == null
                ? null
                : (Long) parts.tweets()
                        .requireReference(userId, draft.tweetId(), "tweet_id")
                        .id();
        return new Message.Body(parsed.content(), parsed.entities(), replyTo, tweetId, draft.mediaIds());
    }

    private static ParsedText parse(String text) {
        ParsedText parsed = LongText.parse(text, LONGEST);
        if (parsed.problem() == null) {
            return parsed;
        }
        throw Rejection.invalid(
                "text",
                switch (parsed.problem()) {
                    case EMPTY -> "A message must contain visible text, media or a tweet.";
                    case TOO_LONG -> "A message has at most " + LONGEST + " characters.";
                    case INVALID_CHARACTERS ->
                        "The text contains control characters or other characters that are not allowed.";
                });
    }

    /**
     * Deletes a message for the user only. Idempotent.
     *
     * @throws Rejection NOT_FOUND if the user does not see it
     */
    public void deleteForMe(long userId, long conversationId, long seq) {
        Message _ = require(conversations.require(userId, conversationId), userId, seq);
        store.hide(conversationId, seq, userId);
    }

    /**
     * Deletes the user's own message for everyone. Idempotent.
     *
     * @throws Rejection FORBIDDEN if another user sent it, or it is too old
     */
    public void deleteForEveryone(long userId, long conversationId, long seq) {
        Message message = require(conversations.require(userId, conversationId), userId, seq);
        if (message.senderId() != userId) {
            throw new Rejection(Kind.FORBIDDEN, "not_your_message", "Another user sent this message.");
        }
        if (message.isDeleted()) {
            return;
        }
        if (parts.clock().millis() - message.sentAt() > DELETABLE.toMillis()) {
            throw new Rejection(
                    Kind.FORBIDDEN, "too_late", "A message can be deleted for everyone within an hour only.");
        }
        parts.media().end(message);
        store.delete(conversationId, seq, userId);
    }

    /** Adds a reaction, an emoji. Idempotent. */
    public Message react(long userId, long conversationId, long seq, String emoji) {
        Message message = visible(requireOpen(userId, conversationId, seq), userId);
        requireEmoji(emoji);
        if (message.isDeleted()) {
            throw Rejection.notFound("message");
        }
        if (!store.react(conversationId, new Reaction(seq, userId, emoji), MOST_REACTIONS)) {
            throw Rejection.invalid("emoji", "You can add up to " + MOST_REACTIONS + " reactions to a message.");
        }
        return message;
    }

    /** Removes a reaction. Idempotent. */
    public Message unreact(long userId, long conversationId, long seq, String emoji) {
        Message message = require(conversations.require(userId, conversationId), userId, seq);
        requireEmoji(emoji);
        store.unreact(conversationId, new Reaction(seq, userId, emoji));
        return visible(message, userId);
    }

    /** A message that the user did not delete for themselves. */
    private Message visible(Message message, long userId) {
        Range only = new Range(message.conversationId(), message.seq() - 1, message.seq() + 1);
        return store.before(only, userId, 1).stream().findFirst().orElseThrow(() -> Rejection.notFound("message"));
    }

    private static void requireEmoji(String text) {
        if (!Emoji.isOne(text)) {
            throw Rejection.invalid("emoji", "A reaction is exactly one emoji.");
        }
    }

    private Message requireOpen(long userId, long conversationId, long seq) {
        Conversation conversation = conversations.require(userId, conversationId);
        if (!conversation.require(userId).hasAccepted()) {
            throw new Rejection(Kind.FORBIDDEN, "request_pending", "Accept the request first.");
        }
        requireWritable(conversation, userId);
        return require(conversation, userId, seq);
    }

    private Message require(Conversation conversation, long userId, long seq) {
        InboxEntry entry =
                inboxes.entries(userId, new long[] {conversation.id()}).get(conversation.id());
        Message message = entry == null || seq <= entry.floor(conversation.require(userId))
                ? null
                : store.find(conversation.id(), seq);
        if (message == null) {
            throw Rejection.notFound("message");
        }
        return message;
    }

    /** Tells those members who see what the user writes that the user is typing. */
    public void typing(long userId, long conversationId) {
        Conversation conversation = conversations.require(userId, conversationId);
        if (conversation.require(userId).hasAccepted()) {
            List<Long> recipients = conversation.members().stream()
                    .filter(Member::hasAccepted)
                    .map(Member::userId)
                    .filter(other -> other != userId && rules.mayWrite(userId, other))
                    .toList();
            parts.typing().publish(new Typing(conversationId, userId, recipients));
        }
    }

    /**
     * What was sent.
     *
     * @param conversation as it was before
     * @param isNew false if an earlier request sent it
     */
    public record Sent(Conversation conversation, Message message, boolean isNew) {}

    /** What a user wants to send. */
    public record Draft(
            @Nullable String text,
            @Nullable String clientKey,
            List<Long> mediaIds,
            @Nullable Long tweetId,
            @Nullable Long replyToSeq) {
        public Draft {
            mediaIds = List.copyOf(mediaIds);
        }

        /** Without the text, which belongs in no log. */
        @Override
        public String toString() {
            return "draft";
        }
    }
}
