package social.roost.message;

import java.time.InstantSource;
import social.roost.base.Snowflake;
import social.roost.graph.Blocks;
import social.roost.graph.Graph;
import social.roost.media.MediaLibrary;
import social.roost.media.MediaUses;
import social.roost.media.PrivateUrls;
import social.roost.tweet.TweetAccess;
import social.roost.tweet.Viewers;
import social.roost.user.Users;
import social.roost.view.Hydration;

/** The use cases of direct messages, built from stores and from what they show. */
public final class Messaging {
    public final Conversations conversations;
    public final Messages messages;
    public final MessagePages messagePages;
    public final ConversationPages conversationPages;
    public final MessageSearch search;
    public final MessageMedia media;
    public final Receipts receipts;

    public Messaging(Stored stored, People people, Shown shown, Snowflake ids, InstantSource clock) {
        ContactRules rules =
                new ContactRules(people.users(), people.blocks(), people.graph(), stored.contacts(), ids, clock);
        media = new MessageMedia(shown.uses(), stored.conversations(), stored.messages());
        conversations = new Conversations(stored.conversations(), rules, media, ids);
        messages = new Messages(
                conversations,
                stored.conversations(),
                stored.messages(),
                rules,
                new Messages.Parts(shown.tweets(), media, stored.typing(), ids, clock));
        MessageViews views = new MessageViews(
                stored.messages(),
                rules,
                shown.library(),
                new MessageViews.Shown(shown.hydration(), people.users(), shown.viewers(), shown.urls()));
        messagePages = new MessagePages(conversations, stored.conversations(), stored.messages(), views);
        conversationPages = new ConversationPages(
                stored.conversations(), stored.messages(), views, rules, people.users(), shown.library());
        search = new MessageSearch(stored.conversations(), stored.messages(), rules, views);
        receipts = new Receipts(rules);
    }

    /** The ports. */
    public record Stored(
            ConversationStore conversations, MessageStore messages, ContactStore contacts, TypingSignals typing) {}

    /** Who writes to whom. */
    public record People(Users users, Blocks blocks, Graph graph) {}

    /** What messages show. */
    public record Shown(
            TweetAccess tweets,
            Viewers viewers,
            Hydration hydration,
            MediaLibrary library,
            MediaUses uses,
            PrivateUrls urls) {}
}
