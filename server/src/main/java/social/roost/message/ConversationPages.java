package social.roost.message;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.roost.base.Cursor;
import social.roost.base.ListId;
import social.roost.base.Page;
import social.roost.base.PageRequest;
import social.roost.media.MediaLibrary;
import social.roost.media.ShownMedium;
import social.roost.message.MessageStore.Range;
import social.roost.user.Profile;
import social.roost.user.Users;

/** Reads a member's conversations with what a list of them shows. */
public final class ConversationPages {
    private static final int CURSOR_SIZE = 2;

    private final ConversationStore store;
    private final MessageStore messages;
    private final MessageViews views;
    private final ContactRules rules;
    private final Unread unread;
    private final Users users;
    private final MediaLibrary media;

    ConversationPages(
            ConversationStore store,
            MessageStore messages,
            MessageViews views,
            ContactRules rules,
            Users users,
            MediaLibrary media) {
        this.store = store;
        this.messages = messages;
        this.views = views;
        this.rules = rules;
        this.unread = new Unread(store, messages, rules);
        this.users = users;
        this.media = media;
    }

    /**
     * Reads a page, the conversation with the latest message first.
     *
     * @param accepted whether the user has accepted them
     */
    public Page<ConversationView> read(long userId, boolean accepted, PageRequest request) {
        ListId list = new ListId(accepted ? "conversations" : "requests", userId);
        InboxEntry.Place before = request.in(list, CURSOR_SIZE)
                .map(cursor -> new InboxEntry.Place(cursor.value(0), cursor.value(1)))
                .orElse(null);
        Page<InboxEntry> listed = Page.of(
                store.list(userId, accepted, before, request.limit() + 1),
                request.limit(),
                last -> Cursor.of(last.lastAt(), last.conversationId()).of(list));
        Map<Long, Conversation> found = store.find(
                listed.items().stream().mapToLong(InboxEntry::conversationId).toArray());
        // Removed, or accepted in another request, between the two reads.
        found.values()
                .removeIf(each -> each.member(userId)
                        .filter(member -> member.hasAccepted() == accepted)
                        .isEmpty());
        return listed.with(views(userId, listed.items(), found));
    }

    /** A conversation of a member, with the read markers of the others. */
    public ConversationView one(Conversation conversation, long userId) {
        long id = conversation.id();
        InboxEntry entry = Optional.ofNullable(
                        store.entries(userId, new long[] {id}).get(id))
                .orElseGet(() -> new InboxEntry(id, conversation.lastSeq(), conversation.createdAt(), 0, 0, false));
        ConversationView view =
                views(userId, List.of(entry), Map.of(id, conversation)).getFirst();
        long[] showing = rules.showingReceipts(conversation, userId);
        return showing.length == 0 ? view : view.with(store.readSeqs(id, showing));
    }

    /** The number of accepted, unmuted conversations with unread messages, at most 100. */
    public int unread(long userId) {
        return unread.conversations(userId);
    }

    private List<ConversationView> views(long userId, List<InboxEntry> entries, Map<Long, Conversation> found) {
        List<InboxEntry> present = entries.stream()
                .filter(entry -> found.containsKey(entry.conversationId()))
                .toList();
        Map<Long, Integer> counts = unread.messages(userId, present, found);
        Map<Long, MessageView> last = last(userId, present, found);
        Map<Long, Profile> profiles = profiles(found.values());
        Map<Long, ShownMedium> pictures = pictures(found.values());
        return present.stream()
                .map(entry -> {
                    Conversation conversation = Objects.requireNonNull(found.get(entry.conversationId()));
                    Member member = conversation.require(userId);
                    return new ConversationView(
                            views.reader(userId),
                            conversation,
                            member,
                            entry,
                            last.get(conversation.id()),
                            counts.getOrDefault(conversation.id(), 0),
                            profiles,
                            Map.of(),
                            picture(conversation, member, pictures));
                })
                .toList();
    }

    private Map<Long, MessageView> last(long userId, List<InboxEntry> entries, Map<Long, Conversation> found) {
        List<Range> ranges = entries.stream()
                .map(entry -> {
                    Conversation conversation = Objects.requireNonNull(found.get(entry.conversationId()));
                    long floor = entry.floor(conversation.require(userId));
                    return new Range(conversation.id(), floor, conversation.lastSeq() + 1);
                })
                .toList();
        Map<Long, MessageView> last = new HashMap<>();
        messages.newest(ranges, userId, 1).forEach((id, newest) -> {
            Conversation conversation = Objects.requireNonNull(found.get(id));
            newest.forEach(message -> last.put(id, views.preview(conversation, userId, message)));
        });
        return last;
    }

    private Map<Long, Profile> profiles(Collection<Conversation> conversations) {
        long[] ids = conversations.stream()
                .flatMapToLong(each -> Arrays.stream(each.memberIds()))
                .distinct()
                .toArray();
        Map<Long, Profile> profiles = HashMap.newHashMap(ids.length);
        for (Profile profile : users.find(ids)) {
            if (profile != null) {
                profiles.put(profile.user().id(), profile);
            }
        }
        return profiles;
    }

    private Map<Long, ShownMedium> pictures(Collection<Conversation> conversations) {
        long[] ids = conversations.stream()
                .map(Conversation::pictureId)
                .filter(Objects::nonNull)
                .mapToLong(id -> id)
                .toArray();
        Map<Long, ShownMedium> pictures = new HashMap<>();
        media.shown(ids).forEach(medium -> pictures.put(medium.id(), medium));
        return pictures;
    }

    /** Requests show no pictures. */
    private static @Nullable ShownMedium picture(
            Conversation conversation, Member member, Map<Long, ShownMedium> pictures) {
        return conversation.pictureId() == null || !member.hasAccepted()
                ? null
                : pictures.get(conversation.pictureId());
    }
}
