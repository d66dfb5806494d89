package social.roost.message;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.media.MediaUse;
import social.roost.media.MediaUses;
import social.roost.media.Medium;

/**
 * The media of messages, and the pictures of groups: private, used before the message is stored, so that nothing else
 * can use them. Whether it was stored is checked later.
 */
public final class MessageMedia {
    private final MediaUses uses;
    private final ConversationStore conversations;
    private final MessageStore messages;

    public MessageMedia(MediaUses uses, ConversationStore conversations, MessageStore messages) {
        this.uses = uses;
        this.conversations = conversations;
        this.messages = messages;
    }

    /** Uses the media of a message that is about to be stored; throws as {@link MediaUses#useForMessage}. */
    void use(Message message) {
        if (!message.body().mediaIds().isEmpty()) {
            uses.useForMessage(message.senderId(), message.body().mediaIds(), message.id(), "media_ids");
        }
    }

    /** The message was stored. */
    void confirm(Message message) {
        uses.confirm(message.body().mediaIds(), MediaUse.message(message.id()));
    }

    /** The message was not stored, or is about to be deleted. */
    void end(Message message) {
        uses.end(message.body().mediaIds(), MediaUse.message(message.id()));
    }

    /** Uses a medium as the picture of a group. */
    void usePicture(long userId, long mediumId, long conversationId) {
        uses.useForMessage(userId, List.of(mediumId), conversationId, "picture_media_id");
    }

    /** The group now has this picture; null for none. */
    void pictureChanged(long conversationId, @Nullable Long before, @Nullable Long after) {
        MediaUse use = MediaUse.message(conversationId);
        if (after != null) {
            uses.confirm(List.of(after), use);
        }
        if (before != null && !before.equals(after)) {
            uses.end(List.of(before), use);
        }
    }

    /** Whether a message that is not deleted, or a group, has this medium. */
    public boolean isUsed(Medium medium, MediaUse use) {
        Message message = messages.findWithMedia(use.id());
        if (message != null) {
            return message.body().mediaIds().contains(medium.id());
        }
        Conversation group = conversations.find(new long[] {use.id()}).get(use.id());
        return group != null && Long.valueOf(medium.id()).equals(group.pictureId());
    }
}
