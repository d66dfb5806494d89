package social.roost.message;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.base.Cursor;
import social.roost.base.ListId;
import social.roost.base.PageRequest;
import social.roost.message.MessageScan.Place;
import social.roost.message.MessageViews.InConversation;

/**
 * Finds messages in a user's accepted conversations, newest first. There is no index: texts are read and compared, up to
 * a number of messages for each request; the next page continues there.
 */
public final class MessageSearch {
    private static final int CURSOR_SIZE = 3;

    private final ConversationStore conversations;
    private final MessageStore messages;
    private final ContactRules rules;
    private final MessageViews views;

    MessageSearch(ConversationStore conversations, MessageStore messages, ContactRules rules, MessageViews views) {
        this.conversations = conversations;
        this.messages = messages;
        this.rules = rules;
        this.views = views;
    }

    /** Finds messages that contain all words. A page may have fewer messages than its limit although more follow. */
    public MessagePage find(long userId, String query, PageRequest request) {
        SearchWords words = SearchWords.of(query);
        ListId list = new ListId("found-messages", userId);
        Place from = request.in(list, CURSOR_SIZE).map(Place::of).orElse(null);
        MessageScan scan = new MessageScan(conversations, messages, userId, from);
        List<InConversation> found = new ArrayList<>();
        Place last = null;
        while (found.size() < request.limit() && scan.hasNext()) {
            Message message = scan.next();
            last = Place.of(message);
            Conversation conversation = scan.conversation(message);
            if (words.matches(message.body().text()) && !rules.hides(conversation, userId, message.senderId())) {
                found.addAll(views.in(conversation, userId, scan.floor(conversation), List.of(message)));
            }
        }
        return views.page(found, userId, next(list, scan, last), null);
    }

    private static @Nullable Cursor next(ListId list, MessageScan scan, @Nullable Place last) {
        return last != null && (scan.hasNext() || scan.isSpent())
                ? last.cursor().of(list)
                : null;
    }
}
