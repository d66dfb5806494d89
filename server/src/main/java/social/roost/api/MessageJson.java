package social.roost.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.roost.base.Timestamps;
import social.roost.http.EncodedJson;
import social.roost.http.Json;
import social.roost.message.Message;
import social.roost.message.MessagePage;
import social.roost.message.MessageView;
import social.roost.message.Reaction;
import social.roost.message.Reader;
import social.roost.tweet.text.Entities;

/** The JSON of a {@code message}, for one reader. */
record MessageJson(
        String id,
        String conversationId,
        long seq,
        String senderId,
        @Nullable String clientKey,
        String text,
        Entities entities,
        String createdAt,
        @Nullable RepliedJson replyTo,
        @Nullable String tweetId,
        List<MediaJson> media,
        @Nullable Integer mediaCount,
        List<ReactionJson> reactions,
        @Nullable Boolean deleted,
        @Nullable Boolean hidden) {
    private static final int PREVIEW = 200;

    /** {@code {"data": [messages], "includes": ..., "meta": ...}} */
    static EncodedJson page(MessagePage page) {
        return TweetPageJson.beside(
                page.messages().stream()
                        .map(view -> Json.encode(of(view, page.reader())))
                        .toList(),
                page.tweets(),
                page.users());
    }

    /** {@code {"data": message, "includes": ...}} */
    static EncodedJson one(MessagePage page) {
        MessageView view = page.messages().getFirst();
        return TweetPageJson.besideOne(Json.encode(of(view, page.reader())), page.tweets(), page.users());
    }

    static MessageJson of(MessageView view, Reader reader) {
        Message message = view.message();
        Message.Body body = view.isHidden() ? Message.NOTHING : message.body();
        return new MessageJson(
                Long.toString(message.id()),
                Long.toString(message.conversationId()),
                message.seq(),
                Long.toString(message.senderId()),
                message.senderId() == reader.userId() ? message.clientKey() : null,
                body.text(),
                body.entities(),
                Timestamps.format(message.sentAt()),
                RepliedJson.of(view.replied()),
                body.tweetId() == null ? null : Long.toString(body.tweetId()),
                view.media().stream()
                        .map(medium -> MediaJson.of(medium, reader.urls(), reader.userId()))
                        .toList(),
                view.hiddenMedia() == 0 ? null : (Integer) view.hiddenMedia(),
                ReactionJson.of(view.reactions()),
                message.isDeleted() ? true : null,
                view.isHidden() ? true : null);
    }

    private record RepliedJson(
            long seq, @Nullable String senderId, @Nullable String text) {
        static @Nullable RepliedJson of(MessageView.@Nullable Replied replied) {
            if (replied == null) {
                return null;
            }
            Message message = replied.message();
            return message == null
                    ? new RepliedJson(replied.seq(), null, null)
                    : new RepliedJson(
                            replied.seq(),
                            Long.toString(message.senderId()),
                            beginning(message.body().text()));
        }

        private static String beginning(String text) {
            return text.codePointCount(0, text.length()) <= PREVIEW
                    ? text
                    : text.substring(0, text.offsetByCodePoints(0, PREVIEW));
        }
    }

    private record ReactionJson(String emoji, List<String> userIds) {
        static List<ReactionJson> of(List<Reaction> reactions) {
            Map<String, List<String>> users = new LinkedHashMap<>();
            reactions.forEach(reaction -> users.computeIfAbsent(reaction.emoji(), _ -> new ArrayList<>())
                    .add(Long.toString(reaction.userId())));
            return users.entrySet().stream()
                    .map(entry -> new ReactionJson(entry.getKey(), entry.getValue()))
                    .toList();
        }
    }
}
