package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.http.Answer;
import social.roost.http.RawRequest;

@DisplayName("Lists on streams (N1, E1)")
@Timeout(60)
class ListStreamTest {
    private static final String LISTS = "/api/roost/v1/lists";

    private LocalServer roost;
    private String alice;
    private String bob;
    private String carol;
    private String alices;
    private String bobs;
    private String carols;

    @BeforeEach
    void start(@TempDir Path folder) {
        roost = new LocalServer(folder);
        alice = roost.register("alice");
        bob = roost.register("bob");
        carol = roost.register("carol");
        alices = roost.token(alice);
        bobs = roost.token(bob);
        carols = roost.token(carol);
    }

    @AfterEach
    void stop() {
        roost.close();
    }

    @Test
    void theStreamTellsThatAListMayHaveNewTweets() {
        String list = create("{\"name\":\"Birders\"}");
        add(list, bob);
        String secret = expect(
                        201,
                        roost.call(RawRequest.of("POST", LISTS).token(carols).json("{\"name\":\"not alice's\"}")))
                .member("id");
        try (StreamClient stream = StreamClient.webSocket(roost.port, "/api/roost/v1/stream", alices)) {
            stream.say("{\"watch\":[],\"list\":\"" + list + "\"}");
            assertThat(stream.next("list").path("list_id").asText()).isEqualTo(list);
            stream.expectNo("list");
            String first = roost.post(bobs, "from a member");
            assertThat(stream.next("list").path("list_id").asText()).isEqualTo(list);
            assertThat(roost.get(LISTS + "/" + list + "/tweets", alices)
                            .json()
                            .at("/data/0/id")
                            .asText())
                    .isEqualTo(first);
            String _ = roost.post(carols, "not a member yet");
            stream.expectNo("list");
            add(list, carol);
            assertThat(stream.next("list").path("list_id").asText()).isEqualTo(list);
            String _ = roost.post(carols, "a member");
            assertThat(stream.next("list").path("list_id").asText()).isEqualTo(list);
            stream.say("{\"watch\":[],\"list\":\"" + secret + "\"}");
            assertThat(stream.next("problem").path("status").asInt()).isEqualTo(404);
            stream.say("{\"watch\":[],\"list\":\"x\"}");
            assertThat(stream.next("problem").path("field").asText()).isEqualTo("list");
            stream.say("{\"watch\":[]}");
            String _ = roost.post(bobs, "nobody watches");
            stream.expectNo("list");
        }
    }

    @Test
    void anOpenStreamDoesNotSendTweetsOfAnExclusiveList() {
        expect(200, call("PUT", "users/" + bob + "/follow"));
        String list = create("{\"name\":\"Noise\",\"exclusive\":true}");
        try (StreamClient stream = StreamClient.webSocket(roost.port, "/api/roost/v1/stream", alices)) {
            assertThat(stream.gets(roost.post(bobs, "seen"))).isTrue();
            add(list, bob);
            assertThat(stream.gets(roost.post(bobs, "not seen"))).isFalse();
            remove(list, bob);
            assertThat(stream.gets(roost.post(bobs, "seen again"))).isTrue();
        }
    }

    @Test
    void whoNoLongerSeesTheListHearsNothingOfIt() {
        String list = create("{\"name\":\"Birders\",\"private\":false}");
        add(list, bob);
        try (StreamClient stream = StreamClient.webSocket(roost.port, "/api/roost/v1/stream", carols)) {
            stream.say("{\"watch\":[],\"list\":\"" + list + "\"}");
            assertThat(stream.next("list").path("list_id").asText()).isEqualTo(list);
            String _ = roost.post(bobs, "everyone sees the list");
            assertThat(stream.next("list").path("list_id").asText()).isEqualTo(list);
            expect(200, call("PUT", "users/" + carol + "/block"));
            String _ = roost.post(bobs, "carol is blocked");
            stream.expectNo("list");
            expect(200, call("DELETE", "users/" + carol + "/block"));
            String _ = roost.post(bobs, "she is back");
            assertThat(stream.next("list").path("list_id").asText()).isEqualTo(list);
            expect(
                    200,
                    roost.call(RawRequest.of("PATCH", LISTS + "/" + list)
                            .token(alices)
                            .json("{\"private\":true}")));
            String _ = roost.post(bobs, "alice alone sees the list");
            stream.expectNo("list");
        }
    }

    private String create(String body) {
        return expect(201, roost.call(RawRequest.of("POST", LISTS).token(alices).json(body)))
                .member("id");
    }

    private void add(String list, String user) {
        expect(200, call("PUT", "lists/" + list + "/members/" + user));
    }

    private void remove(String list, String user) {
        expect(204, call("DELETE", "lists/" + list + "/members/" + user));
    }

    private Answer call(String method, String path) {
        return roost.call(RawRequest.of(method, "/api/roost/v1/" + path).token(alices));
    }
}
