package social.roost.message;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.roost.media.ShownMedium;
import social.roost.user.Profile;

/**
 * A conversation as one of its members sees it.
 *
 * @param last the newest message that the member sees; null if there is none
 * @param unread messages of others that the member has not read, at most {@link Unread#MOST}
 * @param profiles of the members; without those whose account was deleted
 * @param readSeqs up to where others have read, as far as they show it
 * @param picture of a group; null if there is none
 */
public record ConversationView(
        Reader reader,
        Conversation conversation,
        Member member,
        InboxEntry entry,
        @Nullable MessageView last,
        int unread,
        Map<Long, Profile> profiles,
        Map<Long, Long> readSeqs,
        @Nullable ShownMedium picture) {

    ConversationView with(Map<Long, Long> markers) {
        return new ConversationView(reader, conversation, member, entry, last, unread, profiles, markers, picture);
    }
}
