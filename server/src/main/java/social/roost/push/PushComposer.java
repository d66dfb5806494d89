package social.roost.push;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import social.roost.live.Presence;
import social.roost.live.PresenceStore;
import social.roost.message.Conversation;
import social.roost.message.ConversationStore;
import social.roost.message.InboxEntry;
import social.roost.message.Member;
import social.roost.message.Message;
import social.roost.message.MessageStore;
import social.roost.message.Receipts;
import social.roost.notification.NotificationPages;
import social.roost.notification.NotificationType;
import social.roost.push.Waiting.News;
import social.roost.user.Users;

/** Turns news into pushes for those who are away, and want them now. */
public final class PushComposer {
    private static final int MOST_PUSHED = 200_000;

    private final PushStore store;
    private final PresenceStore presence;
    private final NotificationPages notifications;
    private final Messages messages;
    private final PushFormat format;
    private final PushDelivery delivery;

    /** The groups that were pushed; those who join later are no reason to disturb the user again. */
    private final Cache<Long, Boolean> pushed = Caffeine.newBuilder()
            .maximumSize(MOST_PUSHED)
            .expireAfterWrite(Duration.ofHours(24))
            .build();

    public PushComposer(
            PushStore store,
            PresenceStore presence,
            NotificationPages notifications,
            Messages messages,
            PushFormat format,
            PushDelivery delivery) {
        this.store = store;
        this.presence = presence;
        this.notifications = notifications;
        this.messages = messages;
        this.format = format;
        this.delivery = delivery;
    }

    /** What is known of direct messages. */
    public record Messages(ConversationStore conversations, MessageStore messages, Receipts receipts, Users users) {}

    void push(News news, long now) {
        switch (news.about()) {
            case Waiting.OfNotification(long user, long id) -> pushNotification(news, user, id, now);
            case Waiting.OfConversation(long conversation) -> pushMessage(news, conversation, now);
        }
    }

    private void pushNotification(News news, long userId, long id, long now) {
        if (pushed.getIfPresent(id) != null) {
            return;
        }
        send(news, new long[] {userId}, now, user -> {
            Optional<PushContent> content = notifications
                    .changed(userId, id)
                    .filter(page -> !page.notifications().getFirst().read())
                    .map(page -> PushTexts.of(page, notifications.unread(userId)));
            content.ifPresent(_ -> pushed.put(id, true));
            return content.orElse(null);
        });
    }

    /** Of several messages, the last one is pushed. */
    private void pushMessage(News news, long conversationId, long now) {
        Conversation conversation =
                messages.conversations().find(new long[] {conversationId}).get(conversationId);
        Message message =
                conversation == null ? null : messages.messages().find(conversationId, conversation.lastSeq());
        if (conversation == null || message == null || message.isDeleted()) {
            return;
        }
        long[] recipients = conversation.members().stream()
                .filter(member -> member.userId() != message.senderId() && member.joinedSeq() < message.seq())
                .filter(member -> messages.receipts().arrives(conversation, member, message.senderId()))
                .mapToLong(Member::userId)
                .toArray();
        send(news, recipients, now, user -> isUnread(message, user) ? contentOf(conversation, message, user) : null);
    }

    private boolean isUnread(Message message, long userId) {
        long id = message.conversationId();
        InboxEntry entry =
                messages.conversations().entries(userId, new long[] {id}).get(id);
        return entry != null
                && !entry.isMuted()
                && entry.readSeq() < message.seq()
                && entry.clearedSeq() < message.seq();
    }

    private @Nullable PushContent contentOf(Conversation conversation, Message message, long userId) {
        boolean withText = store.preferences(userId).messageText();
        return messages.users()
                .find(message.senderId())
                .map(sender -> PushTexts.of(conversation, message, sender.user(), withText))
                .orElse(null);
    }

    private void send(News news, long[] userIds, long now, Function<Long, @Nullable PushContent> compose) {
        long[] away = away(news, userIds);
        if (away.length == 0) {
            return;
        }
        Map<Long, List<PushSubscription>> subscriptions = store.find(away, now);
        subscriptions.forEach((user, browsers) -> {
            PushPreferences preferences = store.preferences(user);
            boolean isQuiet =
                    preferences.quietHours() != null && preferences.quietHours().contain(Instant.ofEpochMilli(now));
            PushContent content = isQuiet ? null : compose.apply(user);
            if (content != null && isWanted(preferences, content) && isFresh(content, now)) {
                byte[] encoded = PushTexts.encode(content, format);
                browsers.forEach(browser -> delivery.add(browser, content, encoded));
            }
        });
    }

    /** Those who had no stream open since the news arrived. */
    private long[] away(News news, long[] userIds) {
        Map<Long, Presence> present = presence.find(userIds);
        return Arrays.stream(userIds)
                .filter(user -> {
                    Presence found = present.get(user);
                    return found == null || (!found.live() && found.leftAt() < news.since());
                })
                .toArray();
    }

    private static boolean isWanted(PushPreferences preferences, PushContent content) {
        return content.type().equals(PushContent.MESSAGE)
                ? preferences.messages()
                : NotificationType.of(content.type())
                        .filter(type -> !preferences.unwanted().contains(type))
                        .isPresent();
    }

    private static boolean isFresh(PushContent content, long now) {
        return content.at() > now - PushNews.NEWS.toMillis();
    }
}
