package social.roost.api;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.roost.base.Ids;
import social.roost.base.Rejection;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.message.Message;
import social.roost.message.MessagePage;
import social.roost.message.MessagePages;
import social.roost.message.MessageSearch;
import social.roost.message.Messages;
import social.roost.message.Messages.Draft;
import social.roost.message.Messages.Sent;

/** {@code /conversations/{id}/messages}: what members write to each other. */
public final class MessageRoutes {
    private static final String CONVERSATION = ConversationRoutes.PATH + "/{id}";
    private static final String MESSAGES = CONVERSATION + "/messages";
    private static final String ONE = MESSAGES + "/{seq}";
    private static final String REACTION = ONE + "/reactions/{emoji}";

    private final Messages messages;
    private final MessagePages pages;
    private final MessageSearch search;

    public MessageRoutes(Messages messages, MessagePages pages, MessageSearch search) {
        this.messages = messages;
        this.pages = pages;
        this.search = search;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(ConversationRoutes.PATH + "/search", Access.LOGGED_IN, this::search)
                        .in("search"),
                Route.get(MESSAGES, Access.LOGGED_IN, this::list),
                Route.post(MESSAGES, Access.LOGGED_IN, this::send).in("message"),
                Route.delete(ONE, Access.LOGGED_IN, this::delete),
                Route.put(
                        REACTION,
                        Access.LOGGED_IN,
                        request -> answer(
                                request, messages.react(me(request), id(request), seq(request), emoji(request)))),
                Route.delete(
                        REACTION,
                        Access.LOGGED_IN,
                        request -> answer(
                                request, messages.unreact(me(request), id(request), seq(request), emoji(request)))),
                Route.post(CONVERSATION + "/typing", Access.LOGGED_IN, this::typing)
                        .in("receipts")
                        .droppedFirst());
    }

    private Response search(Request request) {
        String query = request.query("q").orElseThrow(() -> Rejection.invalid("q", "Expected the words to look for."));
        return Response.encoded(200, MessageJson.page(search.find(me(request), query, request.page())));
    }

    private Response list(Request request) {
        Long around = request.query("around")
                .map(text -> parse(text).orElseThrow(() -> Rejection.invalid("around", "Expected a sequence number.")))
                .orElse(null);
        return Response.encoded(200, MessageJson.page(pages.read(me(request), id(request), request.page(), around)));
    }

    private Response send(Request request) {
        Draft draft = request.json(NewMessage.class).draft();
        Sent sent = messages.send(me(request), id(request), draft);
        MessagePage page = sent.isNew()
                ? pages.fresh(sent.conversation(), me(request), sent.message())
                : pages.one(sent.conversation(), me(request), sent.message());
        return Response.encoded(201, MessageJson.one(page));
    }

    private Response delete(Request request) {
        switch (request.query("for").orElse("")) {
            case "me" -> messages.deleteForMe(me(request), id(request), seq(request));
            case "everyone" -> messages.deleteForEveryone(me(request), id(request), seq(request));
            default -> throw Rejection.invalid("for", "Expected me or everyone.");
        }
        return Response.noContent();
    }

    private Response typing(Request request) {
        messages.typing(me(request), id(request));
        return Response.noContent();
    }

    private Response answer(Request request, Message message) {
        return Response.encoded(200, MessageJson.one(pages.one(me(request), message)));
    }

    private static long me(Request request) {
        return request.caller().userId();
    }

    private static long id(Request request) {
        return request.pathId(0, "conversation");
    }

    private static long seq(Request request) {
        return request.pathId(1, "message");
    }

    private static String emoji(Request request) {
        return request.pathParameter(2);
    }

    private static Optional<Long> parse(String text) {
        return Ids.parse(text).stream().boxed().findFirst();
    }

    /** The body of a message. */
    private record NewMessage(
            @Nullable String text,
            @Nullable String clientKey,
            @Nullable List<String> mediaIds,
            @Nullable String tweetId,
            @Nullable Long replyToSeq) {
        Draft draft() {
            if (replyToSeq != null && replyToSeq < 1) {
                throw Rejection.invalid("reply_to_seq", "There is no such message.");
            }
            return new Draft(
                    text,
                    clientKey,
                    mediaIds == null
                            ? List.of()
                            : mediaIds.stream().map(id -> id(id, "media_ids")).toList(),
                    tweetId == null ? null : id(tweetId, "tweet_id"),
                    replyToSeq);
        }

        private static Long id(String text, String field) {
            return parse(text).orElseThrow(() -> Rejection.invalid(field, "Not a valid id."));
        }

        /** Without the text, which belongs in no log. */
        @Override
        public String toString() {
            return "message";
        }
    }
}
