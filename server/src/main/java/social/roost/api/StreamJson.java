package social.roost.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.roost.http.EncodedJson;
import social.roost.http.Problem;
import social.roost.live.StreamEvent;
import social.roost.tweet.Counts;

/** The JSON of stream events. */
final class StreamJson {
    /** Most events go to many streams, one after the other; each is encoded once. */
    private volatile @Nullable Encoded last;

    /** The name of the event's type. */
    static String name(StreamEvent event) {
        return switch (event) {
            case StreamEvent.Tweet _ -> "tweet";
            case StreamEvent.Deleted _ -> "delete";
            case StreamEvent.Edited _ -> "edit";
            case StreamEvent.CountsChanged _ -> "counts";
            case StreamEvent.Notified _ -> "notification";
            case StreamEvent.MediaChanged _ -> "media";
            case StreamEvent.TrendsChanged _ -> "trends";
            case StreamEvent.ListChanged _ -> "list";
            case StreamEvent.Message _ -> "message";
            case StreamEvent.MessageRead _ -> "message_read";
            case StreamEvent.Typing _ -> "typing";
            case StreamEvent.ConversationChanged _ -> "conversation";
            case StreamEvent.Unread _ -> "unread";
            case StreamEvent.Gap _ -> "gap";
            case StreamEvent.Reconnect _ -> "reconnect";
            case StreamEvent.Failed _ -> "problem";
        };
    }

    @SuppressWarnings("ReferenceEquality")
    EncodedJson data(StreamEvent event) {
        Encoded known = last;
        if (known == null || known.event() != event) {
            known = new Encoded(event, encode(event));
            last = known;
        }
        return known.json();
    }

    private static EncodedJson encode(StreamEvent event) {
        return switch (event) {
            case StreamEvent.Tweet(var page) -> TweetPageJson.single(page);
            case StreamEvent.Deleted(long tweetId) -> EncodedJson.of(new Deleted(Long.toString(tweetId)));
            case StreamEvent.Edited(var tweet) -> TweetPageJson.tweetOnly(tweet);
            case StreamEvent.CountsChanged(long tweetId, Counts counts) ->
                EncodedJson.of(new Changed(Long.toString(tweetId), counts));
            case StreamEvent.Notified(var page) -> NotificationJson.page(page);
            case StreamEvent.MediaChanged(var medium) -> EncodedJson.of(MediaJson.of(medium));
            case StreamEvent.TrendsChanged _ -> EncodedJson.of(Map.of());
            case StreamEvent.ListChanged(long list) -> EncodedJson.of(new ChangedList(Long.toString(list)));
            case StreamEvent.Message(var page) -> MessageJson.one(page);
            case StreamEvent.MessageRead(long conversation, long user, long seq) ->
                EncodedJson.of(new Read(Long.toString(conversation), Long.toString(user), seq));
            case StreamEvent.Typing(long conversation, long user) ->
                EncodedJson.of(new Typing(Long.toString(conversation), Long.toString(user)));
            case StreamEvent.ConversationChanged(long conversation) ->
                EncodedJson.of(new ConversationChanged(Long.toString(conversation)));
            case StreamEvent.Unread(int count) -> NotificationJson.unread(count);
            case StreamEvent.Gap(var cursor) -> EncodedJson.of(new Gap(cursor.encode()));
            case StreamEvent.Reconnect(int millis) -> EncodedJson.of(new Reconnect(millis));
            case StreamEvent.Failed(var failure) -> Problem.of(failure).event();
        };
    }

    private record Encoded(StreamEvent event, EncodedJson json) {}

    private record Deleted(String tweetId) {}

    private record Changed(String tweetId, Counts counts) {}

    private record ChangedList(String listId) {}

    private record Read(String conversationId, String userId, long seq) {}

    private record Typing(String conversationId, String userId) {}

    private record ConversationChanged(String conversationId) {}

    private record Gap(String cursor) {}

    private record Reconnect(int afterMilliseconds) {}
}
