package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.roost.event.Await;
import social.roost.http.RawRequest;

@DisplayName("Edits on open streams (N3, E1)")
@Timeout(60)
class EditStreamTest extends NotificationStage {
    private static final String STREAM = "/api/roost/v1/stream";
    private static final String EVENTS = "/api/roost/v1/stream/events";

    private final List<StreamClient> clients = new ArrayList<>();

    @AfterEach
    void closeStreams() {
        clients.forEach(StreamClient::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {STREAM, EVENTS})
    void followersGetTheNewText(String path) throws Exception {
        act("PUT", bobs, "users", alice, "follow");
        String tweet = roost.post(alices, "hello");
        StreamClient stream = open(path, bobs);
        edit(tweet, "hello #world");
        JsonNode edited = stream.next("edit").path("data");
        assertThat(edited)
                .isEqualTo(expect(200, roost.get("/api/roost/v1/tweets/" + tweet, bobs))
                        .json()
                        .path("data"));
        assertThat(edited.path("content").asText()).isEqualTo("hello #world");
        edit(tweet, "again");
        assertThat(stream.next("edit").at("/data/edits_count").asInt()).isEqualTo(2);
    }

    @Test
    void whoShowsTheTweetGetsItToo() throws Exception {
        String tweet = roost.post(alices, "hello");
        StreamClient stream = open(STREAM, carols);
        stream.say("{\"watch\":[\"" + tweet + "\"]}");
        // Its rejection shows that the message before has arrived.
        stream.say("{\"watch\":\"none\"}");
        stream.next("problem");
        act("PUT", bobs, "tweets", tweet, "like");
        stream.next("counts");
        edit(tweet, "hello world");
        assertThat(stream.next("edit").at("/data/id").asText()).isEqualTo(tweet);
    }

    @Test
    void whoIsBlockedOrMutesTheTextDoesNot() throws Exception {
        act("PUT", bobs, "users", alice, "follow");
        act("PUT", carols, "users", alice, "follow");
        String tweet = roost.post(alices, "hello");
        String other = roost.post(alices, "other");
        expect(
                201,
                roost.call(RawRequest.of("POST", "/api/roost/v1/muted-words")
                        .token(bobs)
                        .json("{\"text\":\"spoiler\"}")));
        settle();
        StreamClient bobsStream = open(STREAM, bobs);
        StreamClient carolsStream = open(STREAM, carols);
        edit(tweet, "the spoiler");
        assertThat(carolsStream.next("edit").at("/data/content").asText()).isEqualTo("the spoiler");
        edit(other, "harmless");
        assertThat(bobsStream.next("edit").at("/data/content").asText()).isEqualTo("harmless");
        act("PUT", alices, "users", carol, "block");
        settle();
        edit(other, "secret");
        assertThat(bobsStream.next("edit").at("/data/content").asText()).isEqualTo("secret");
        assertThat(carolsStream.gets(roost.post(alices, "not for carol"))).isFalse();
    }

    private void edit(String tweet, String content) {
        expect(
                200,
                roost.call(RawRequest.of("PATCH", "/api/roost/v1/tweets/" + tweet)
                        .token(alices)
                        .json("{\"content\":\"" + content + "\"}")));
    }

    private StreamClient open(String path, String token) throws Exception {
        int before = streams();
        StreamClient client = path.equals(EVENTS)
                ? StreamClient.events(roost.port, path, token)
                : StreamClient.webSocket(roost.port, path, token);
        clients.add(client);
        Await.until(() -> streams() > before);
        return client;
    }

    private int streams() {
        return roost.server.features().live.streams.open();
    }
}
