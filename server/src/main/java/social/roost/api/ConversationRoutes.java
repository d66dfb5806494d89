package social.roost.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.base.Ids;
import social.roost.base.Rejection;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.message.Conversation;
import social.roost.message.ConversationPages;
import social.roost.message.Conversations;
import social.roost.message.Conversations.Edit;
import social.roost.message.Conversations.Opened;

/** {@code /conversations}: who writes to whom. */
public final class ConversationRoutes {
    static final String PATH = "/api/roost/v1/conversations";
    private static final String ONE = PATH + "/{id}";
    private static final String MEMBER = ONE + "/members/{user_id}";

    private final Conversations conversations;
    private final ConversationPages pages;

    public ConversationRoutes(Conversations conversations, ConversationPages pages) {
        this.conversations = conversations;
        this.pages = pages;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(PATH, Access.LOGGED_IN, this::list),
                Route.post(PATH, Access.LOGGED_IN, this::open),
                Route.get(PATH + "/unread-count", Access.LOGGED_IN, this::unreadCount),
                Route.post(PATH + "/read", Access.LOGGED_IN, this::markAllRead),
                Route.get(ONE, Access.LOGGED_IN, request -> answer(request, conversation(request))),
                Route.patch(ONE, Access.LOGGED_IN, this::edit),
                Route.delete(ONE, Access.LOGGED_IN, this::delete),
                Route.post(ONE + "/accept", Access.LOGGED_IN, this::accept),
                Route.post(ONE + "/read", Access.LOGGED_IN, this::markRead).in("receipts"),
                Route.put(ONE + "/mute", Access.LOGGED_IN, request -> mute(request, true)),
                Route.delete(ONE + "/mute", Access.LOGGED_IN, request -> mute(request, false)),
                Route.put(MEMBER, Access.LOGGED_IN, this::putMember),
                Route.delete(MEMBER, Access.LOGGED_IN, this::removeMember));
    }

    private Response list(Request request) {
        boolean accepted =
                request.query("status").map(ConversationRoutes::isAccepted).orElse(true);
        return Response.encoded(200, ConversationJson.page(pages.read(me(request), accepted, request.page())));
    }

    private static boolean isAccepted(String status) {
        return switch (status) {
            case "accepted" -> true;
            case "request" -> false;
            default -> throw Rejection.invalid("status", "Expected accepted or request.");
        };
    }

    private Response open(Request request) {
        NewConversation body = request.json(NewConversation.class);
        Opened opened = conversations.open(me(request), body.ids(), body.name());
        return Response.encoded(
                opened.isNew() ? 201 : 200, ConversationJson.one(pages.one(opened.conversation(), me(request))));
    }

    private Response unreadCount(Request request) {
        return Response.encoded(200, NotificationJson.unread(pages.unread(me(request))));
    }

    private Response markAllRead(Request request) {
        conversations.markAllRead(me(request));
        return unreadCount(request);
    }

    private Response edit(Request request) {
        return answer(
                request,
                conversations.edit(
                        me(request),
                        id(request),
                        request.json(ConversationEdit.class).edit()));
    }

    private Response delete(Request request) {
        conversations.delete(me(request), id(request));
        return Response.noContent();
    }

    private Response accept(Request request) {
        return answer(request, conversations.accept(me(request), id(request)));
    }

    private Response markRead(Request request) {
        Long seq = request.json(Read.class).seq();
        if (seq == null || seq < 1) {
            throw Rejection.invalid("seq", "Expected the sequence number of a message.");
        }
        conversations.markRead(me(request), id(request), seq);
        return answer(request, conversation(request));
    }

    private Response mute(Request request, boolean muted) {
        conversations.mute(me(request), id(request), muted);
        return answer(request, conversation(request));
    }

    private Response putMember(Request request) {
        Boolean admin =
                request.optionalJson(MemberEdit.class).map(MemberEdit::admin).orElse(null);
        return answer(request, conversations.putMember(me(request), id(request), request.pathId(1, "user"), admin));
    }

    private Response removeMember(Request request) {
        conversations.removeMember(me(request), id(request), request.pathId(1, "user"));
        return Response.noContent();
    }

    private Conversation conversation(Request request) {
        return conversations.require(me(request), id(request));
    }

    private Response answer(Request request, Conversation conversation) {
        return Response.encoded(200, ConversationJson.one(pages.one(conversation, me(request))));
    }

    private static long me(Request request) {
        return request.caller().userId();
    }

    private static long id(Request request) {
        return request.pathId(0, "conversation");
    }

    private record NewConversation(
            @Nullable List<String> memberIds, @Nullable String name) {
        List<Long> ids() {
            if (memberIds == null) {
                throw Rejection.invalid("member_ids", "Expected the ids of other users.");
            }
            return memberIds.stream().map(NewConversation::id).toList();
        }

        private static Long id(String text) {
            return Ids.parse(text)
                    .orElseThrow(() -> Rejection.invalid("member_ids", "At least one of these is not a valid id."));
        }
    }

    /** An absent picture stays, and null removes it. */
    private record ConversationEdit(
            @Nullable String name, @Nullable JsonNode pictureMediaId) {
        Edit edit() {
            return new Edit(name, pictureMediaId != null, pictureMediaId == null ? null : picture(pictureMediaId));
        }

        private static @Nullable Long picture(JsonNode node) {
            if (node.isNull()) {
                return null;
            }
            return Ids.parse(node.isTextual() ? node.textValue() : "")
                    .orElseThrow(() -> Rejection.invalid("picture_media_id", "Not a valid id."));
        }
    }

    private record Read(@Nullable Long seq) {}

    private record MemberEdit(@Nullable Boolean admin) {}
}
