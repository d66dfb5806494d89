package social.roost.message;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import social.roost.base.Cursor;
import social.roost.base.Ids;
import social.roost.media.MediaLibrary;
import social.roost.media.PrivateUrls;
import social.roost.media.ShownMedium;
import social.roost.message.MessageStore.Range;
import social.roost.message.MessageView.Replied;
import social.roost.tweet.Viewer;
import social.roost.tweet.Viewers;
import social.roost.user.Profile;
import social.roost.user.Users;
import social.roost.view.Entry;
import social.roost.view.Hydration;

/** Adds to messages what a member sees beside them: reactions, media, tweets, senders, and what they reply to. */
final class MessageViews {
    private final MessageStore store;
    private final ContactRules rules;
    private final MediaLibrary media;
    private final Hydration hydration;
    private final Users users;
    private final Viewers viewers;
    private final PrivateUrls urls;

    MessageViews(MessageStore store, ContactRules rules, MediaLibrary media, Shown shown) {
        this.store = store;
        this.rules = rules;
        this.media = media;
        this.hydration = shown.hydration();
        this.users = shown.users();
        this.viewers = shown.viewers();
        this.urls = shown.urls();
    }

    /** What is shown beside messages. */
    record Shown(Hydration hydration, Users users, Viewers viewers, PrivateUrls urls) {}

    /** Messages of any conversations of a reader. */
    MessagePage page(List<InConversation> messages, long readerId, @Nullable Cursor next, @Nullable Cursor previous) {
        Map<Long, ShownMedium> shown = media(messages);
        List<MessageView> views =
                messages.stream().map(each -> view(each, readerId, shown)).toList();
        Viewer viewer = viewers.of(readerId);
        List<Entry> tweets = hydration.load(tweetIds(messages, readerId), viewer);
        return new MessagePage(reader(readerId), views, hydration.page(tweets, viewer, next, previous), senders(views));
    }

    /** A message in a list of conversations, without its reactions and what it replies to. */
    MessageView preview(Conversation conversation, long readerId, Message message) {
        InConversation each = new InConversation(
                conversation,
                message,
                List.of(),
                Map.of(),
                Long.MAX_VALUE,
                showsMedia(conversation, readerId, message));
        return view(each, readerId, media(List.of(each)));
    }

    Reader reader(long userId) {
        return new Reader(userId, urls);
    }

    /** A tweet may have pictures, which requests do not show. */
    private long[] tweetIds(List<InConversation> messages, long readerId) {
        return messages.stream()
                .filter(InConversation::showsMedia)
                .filter(each -> !rules.hides(
                        each.conversation(), readerId, each.message().senderId()))
                .map(each -> each.message().body().tweetId())
                .filter(Objects::nonNull)
                .mapToLong(id -> id)
                .distinct()
                .toArray();
    }

    private List<Profile> senders(List<MessageView> views) {
        long[] ids = views.stream()
                .mapToLong(view -> view.message().senderId())
                .distinct()
                .toArray();
        return Arrays.stream(users.find(ids)).filter(Objects::nonNull).toList();
    }

    private Map<Long, ShownMedium> media(List<InConversation> messages) {
        Set<Long> ids = new HashSet<>();
        messages.stream().filter(InConversation::showsMedia).forEach(each -> ids.addAll(each.mediaIds()));
        return ids.isEmpty()
                ? Map.of()
                : media.shown(Ids.of(ids, id -> id)).stream()
                        .collect(Collectors.toMap(ShownMedium::id, Function.identity()));
    }

    private MessageView view(InConversation each, long readerId, Map<Long, ShownMedium> shown) {
        Message message = each.message();
        if (rules.hides(each.conversation(), readerId, message.senderId())) {
            return new MessageView(message, List.of(), List.of(), 0, null, true);
        }
        List<ShownMedium> visible = each.mediaIds().stream()
                .flatMap(id -> Optional.ofNullable(shown.get(id)).stream())
                .toList();
        return new MessageView(
                message,
                each.reactions().stream()
                        .filter(reaction -> !rules.hides(each.conversation(), readerId, reaction.userId()))
                        .toList(),
                visible,
                each.showsMedia() ? 0 : each.mediaIds().size(),
                replied(each, readerId),
                false);
    }

    private @Nullable Replied replied(InConversation each, long readerId) {
        Long seq = each.message().body().replyToSeq();
        if (seq == null) {
            return null;
        }
        Message replied = seq > each.floor() ? each.others().get(seq) : null;
        boolean isVisible = replied != null
                && !replied.isDeleted()
                && !rules.hides(each.conversation(), readerId, replied.senderId());
        return new Replied(seq, isVisible ? replied : null);
    }

    /** Messages of one conversation, with their reactions and what they reply to. */
    List<InConversation> in(Conversation conversation, long readerId, long floor, List<Message> messages) {
        if (messages.isEmpty()) {
            return List.of();
        }
        long first = messages.stream().mapToLong(Message::seq).min().orElseThrow();
        long last = messages.stream().mapToLong(Message::seq).max().orElseThrow();
        Map<Long, List<Reaction>> reactions =
                store.reactions(conversation.id(), first, last).stream().collect(Collectors.groupingBy(Reaction::seq));
        Map<Long, Message> others = others(conversation.id(), readerId, messages);
        return messages.stream()
                .map(message -> new InConversation(
                        conversation,
                        message,
                        reactions.getOrDefault(message.seq(), List.of()),
                        others,
                        floor,
                        showsMedia(conversation, readerId, message)))
                .toList();
    }

    /** A message without reactions, with what it replies to. */
    InConversation fresh(Conversation conversation, long readerId, long floor, Message message) {
        return new InConversation(
                conversation,
                message,
                List.of(),
                others(conversation.id(), readerId, List.of(message)),
                floor,
                showsMedia(conversation, readerId, message));
    }

    private static boolean showsMedia(Conversation conversation, long readerId, Message message) {
        return conversation.require(readerId).hasAccepted() || message.senderId() == readerId;
    }

    private Map<Long, Message> others(long conversationId, long readerId, List<Message> messages) {
        Map<Long, Message> others = new HashMap<>();
        messages.forEach(message -> others.put(message.seq(), message));
        for (Message message : messages) {
            Long seq = message.body().replyToSeq();
            if (seq != null && !others.containsKey(seq)) {
                store.before(new Range(conversationId, seq - 1, seq + 1), readerId, 1)
                        .forEach(found -> others.put(seq, found));
            }
        }
        return others;
    }

    /**
     * A message with what its view is made of.
     *
     * @param others the messages that it and its neighbors reply to, by sequence number
     * @param floor the reader sees only what is after this sequence number
     * @param showsMedia whether the reader sees the media
     */
    record InConversation(
            Conversation conversation,
            Message message,
            List<Reaction> reactions,
            Map<Long, Message> others,
            long floor,
            boolean showsMedia) {
        List<Long> mediaIds() {
            return message.body().mediaIds();
        }
    }
}
