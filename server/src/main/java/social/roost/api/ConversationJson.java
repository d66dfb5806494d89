package social.roost.api;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import social.roost.base.Page;
import social.roost.base.Timestamps;
import social.roost.http.EncodedJson;
import social.roost.http.Json;
import social.roost.http.JsonPage;
import social.roost.message.Conversation;
import social.roost.message.ConversationView;
import social.roost.message.Member;
import social.roost.message.Reader;
import social.roost.user.Profile;
import social.roost.user.User;

/** The JSON of a {@code conversation}, for one member. */
record ConversationJson(
        String id,
        String kind,
        String name,
        @Nullable MediaJson picture,
        List<MemberJson> members,
        @Nullable MessageJson lastMessage,
        long lastSeq,
        int unreadCount,
        long readSeq,
        String status,
        boolean muted,
        String createdAt,
        String updatedAt) {

    /** {@code {"data": conversation}} */
    static EncodedJson one(ConversationView view) {
        return EncodedJson.data(of(view));
    }

    /** {@code {"data": [conversations], "meta": ...}} */
    static EncodedJson page(Page<ConversationView> page) {
        return new JsonPage(1_024 * page.items().size() + 128)
                .open(Members.DATA)
                .array(page.items(), view -> Json.encode(of(view)))
                .meta(page.next(), page.previous())
                .end();
    }

    private static ConversationJson of(ConversationView view) {
        Conversation conversation = view.conversation();
        Reader reader = view.reader();
        return new ConversationJson(
                Long.toString(conversation.id()),
                conversation.kind().name().toLowerCase(Locale.ROOT),
                conversation.name(),
                view.picture() == null ? null : MediaJson.of(view.picture(), reader.urls(), reader.userId()),
                conversation.members().stream()
                        .map(member -> MemberJson.of(member, view))
                        .toList(),
                view.last() == null ? null : MessageJson.of(view.last(), reader),
                conversation.lastSeq(),
                view.unread(),
                view.entry().readSeq(),
                statusOf(view.member()),
                view.entry().isMuted(),
                Timestamps.format(conversation.createdAt()),
                Timestamps.format(view.entry().lastAt()));
    }

    private static String statusOf(Member member) {
        return member.hasAccepted() ? "accepted" : "request";
    }

    private record MemberJson(
            String id,
            @Nullable String username,
            @Nullable String displayName,
            @Nullable PictureJson avatar,
            boolean admin,
            String status,
            @Nullable Long readSeq) {
        static MemberJson of(Member member, ConversationView view) {
            Profile profile = view.profiles().get(member.userId());
            User user = profile == null ? null : profile.user();
            return new MemberJson(
                    Long.toString(member.userId()),
                    user == null ? null : user.username(),
                    user == null ? null : user.displayName(),
                    user == null ? null : PictureJson.of(user.avatar()),
                    member.isAdmin(),
                    statusOf(member),
                    view.readSeqs().get(member.userId()));
        }
    }
}
