package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.roost.base.Together;
import social.roost.event.Await;
import social.roost.http.Answer;
import social.roost.http.RawConnection;
import social.roost.http.RawRequest;
import social.roost.tweet.PostTweet.Draft;

@DisplayName("The stream (E1, E3, E4, E5)")
@Timeout(60)
class LiveTest {
    private static final String STREAM = "/api/roost/v1/stream";
    private static final String EVENTS = "/api/roost/v1/stream/events";

    private final List<StreamClient> clients = new ArrayList<>();
    private LocalServer roost;
    private String alice;
    private String bob;
    private String carol;
    private String alices;
    private String bobs;
    private String carols;

    @BeforeEach
    void start(@TempDir Path folder) {
        roost = new LocalServer(
                folder,
                "fame.gained-at=3",
                "fame.lost-at=2",
                "live.maximum-missed=5",
                "live.ping=5s",
                "live.patience=3s",
                "live.maximum-per-user=3");
        alice = roost.register("alice");
        bob = roost.register("bob");
        carol = roost.register("carol");
        alices = roost.token(alice);
        bobs = roost.token(bob);
        carols = roost.token(carol);
        follow(bobs, alice);
    }

    @AfterEach
    void stop() {
        clients.forEach(StreamClient::close);
        roost.close();
    }

    /** Streams may be faster than timelines. */
    private void awaitHome(int tweets) throws InterruptedException {
        Await.until(() -> roost.get("/api/roost/v1/timelines/home", bobs)
                        .json()
                        .path("data")
                        .size()
                == tweets);
    }

    @ParameterizedTest
    @ValueSource(strings = {STREAM, EVENTS})
    void aTweetComesAsItIsShownInTheHomeTimeline(String path) throws Exception {
        StreamClient stream = open(path, bobs);
        String id = roost.post(alices, "hello");
        JsonNode page = stream.next("tweet");
        awaitHome(1);
        JsonNode home = roost.get("/api/roost/v1/timelines/home", bobs).json();
        assertThat(page.path("data")).isEqualTo(home.at("/data/0"));
        assertThat(page.at("/includes/users/0/username").asText()).isEqualTo("alice");
        assertThat(page.path("viewer")).isEqualTo(home.path("viewer"));
        assertThat(page.at("/data/id").asText()).isEqualTo(id);
    }

    @Test
    void aFamousAuthorsTweetComesToo() throws Exception {
        follow(carols, alice);
        follow(roost.token(roost.register("dave")), alice);
        StreamClient stream = open(STREAM, bobs);
        String first = roost.post(alices, "as the famous do");
        assertThat(stream.tweet()).isEqualTo(first);
    }

    @Test
    void followsBlocksAndMutesHoldForOpenStreams() throws Exception {
        StreamClient stream = open(STREAM, bobs);
        follow(bobs, carol);
        Await.until(() -> stream.gets(roost.post(carols, "followed")));
        call("PUT", bobs, "/api/roost/v1/users/" + carol + "/mute");
        assertThat(stream.gets(roost.post(carols, "muted"))).isFalse();
        call("DELETE", bobs, "/api/roost/v1/users/" + carol + "/mute");
        assertThat(stream.gets(roost.post(carols, "heard again"))).isTrue();
        call("DELETE", bobs, "/api/roost/v1/users/" + carol + "/follow");
        assertThat(stream.gets(roost.post(carols, "unfollowed"))).isFalse();
        call("PUT", alices, "/api/roost/v1/users/" + bob + "/block");
        assertThat(stream.gets(roost.post(alices, "not for bob"))).isFalse();
        assertThat(stream.gets(roost.post(bobs, "my own"))).isTrue();
    }

    @Test
    void aReplyComesToThoseWhoFollowBothAndARetweetOnce() throws Exception {
        StreamClient stream = open(STREAM, bobs);
        String tweet = roost.post(carols, "not followed");
        String unheard = reply(alices, tweet);
        follow(bobs, carol);
        Await.until(() -> stream.gets(roost.post(carols, "followed")));
        String heard = reply(alices, tweet);
        // Tweets that earlier waits missed may arrive late.
        for (String told = stream.tweet(); !told.equals(heard); told = stream.tweet()) {
            assertThat(told).isNotEqualTo(unheard);
        }
        String shown = roost.post(carols, "shown");
        assertThat(stream.tweet()).isEqualTo(shown);
        call("PUT", alices, "/api/roost/v1/tweets/" + shown + "/retweet");
        String last = roost.post(alices, "last");
        assertThat(stream.tweet()).isEqualTo(last);
    }

    @ParameterizedTest
    @ValueSource(strings = {STREAM, EVENTS})
    void aDeletionIsToldToThoseWhoMayShowTheTweet(String path) throws Exception {
        String tweet = roost.post(carols, "of nobody I follow");
        StreamClient stream = open(path + "?watch=" + tweet, bobs);
        String followed = roost.post(alices, "soon gone");
        for (String gone : List.of(tweet, followed)) {
            call("DELETE", gone.equals(tweet) ? carols : alices, "/api/roost/v1/tweets/" + gone);
            assertThat(stream.next("delete").path("tweet_id").asText()).isEqualTo(gone);
        }
    }

    @Test
    void countsOfTweetsOnTheScreenAreTold() throws Exception {
        String first = roost.post(alices, "one");
        String second = roost.post(alices, "two");
        StreamClient stream = open(STREAM + "?watch=" + first, bobs);
        call("PUT", carols, "/api/roost/v1/tweets/" + first + "/like");
        JsonNode counts = stream.next("counts");
        assertThat(counts.path("tweet_id").asText()).isEqualTo(first);
        assertThat(counts.at("/counts/likes").asInt()).isEqualTo(1);
        stream.say("{\"watch\":[\"" + second + "\"]}");
        stream.say("{\"watch\":\"none\"}");
        assertThat(stream.next("problem").path("status").asInt()).isEqualTo(422);
        String hidden = roost.post(carols, "of someone who blocks me");
        stream.say("{\"watch\":[\"" + second + "\",\"" + hidden + "\"]}");
        call("PUT", carols, "/api/roost/v1/users/" + bob + "/block");
        call("PUT", alices, "/api/roost/v1/tweets/" + hidden + "/like");
        call("PUT", carols, "/api/roost/v1/tweets/" + first + "/retweet");
        reply(carols, second);
        counts = stream.next("counts");
        assertThat(counts.path("tweet_id").asText()).isEqualTo(second);
        assertThat(counts.at("/counts/replies").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {STREAM, EVENTS})
    @DisplayName("G3: a notification comes with the unread count")
    void aNotificationComes(String path) throws Exception {
        String tweet = roost.post(bobs, "like me");
        StreamClient stream = open(path, bobs);
        assertThat(stream.next("unread").at("/data/unread_count").asInt()).isZero();
        call("PUT", carols, "/api/roost/v1/tweets/" + tweet + "/like");
        JsonNode page = stream.next("notification");
        assertThat(page.at("/data/0/type").asText()).isEqualTo("like");
        assertThat(page.at("/data/0/actors/0").asText()).isEqualTo(carol);
        assertThat(page.at("/includes/tweets/0/id").asText()).isEqualTo(tweet);
        assertThat(stream.next("unread").at("/data/unread_count").asInt()).isEqualTo(1);
        assertThat(roost.call(RawRequest.of("POST", "/api/roost/v1/notifications/read")
                                .token(bobs)
                                .json("{}"))
                        .status())
                .isEqualTo(200);
        assertThat(stream.next("unread").at("/data/unread_count").asInt()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {STREAM, EVENTS})
    void whoComesBackMissesNothingAndSeesNothingTwice(String path) throws Exception {
        StreamClient first = open(path, bobs);
        roost.post(alices, "seen");
        first.tweet();
        first.close();
        List<String> missed = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            missed.add(roost.post(alices, "missed " + i));
        }
        call("DELETE", alices, "/api/roost/v1/tweets/" + missed.remove(2));
        StreamClient again = open(path + "?last_event_id=" + first.lastId(), bobs);
        missed.add(roost.post(alices, "live"));
        assertThat(List.of(again.tweet(), again.tweet())).isEqualTo(missed.subList(0, 2));
        StreamClient third = open(path + "?last_event_id=" + again.lastId(), bobs);
        for (String id : missed.subList(2, missed.size())) {
            assertThat(again.tweet()).isEqualTo(id);
            assertThat(third.tweet()).isEqualTo(id);
        }
    }

    @Test
    void whoMissedTooMuchIsToldWhereToReadOn() throws Exception {
        String previous = roost.get("/api/roost/v1/timelines/home", bobs)
                .json()
                .at("/meta/previous")
                .asText();
        for (int i = 0; i < 6; i++) {
            roost.post(alices, "missed " + i);
        }
        awaitHome(6);
        StreamClient stream = open(STREAM + "?last_event_id=" + previous, bobs);
        String cursor = stream.next("gap").path("cursor").asText();
        Answer page = roost.get("/api/roost/v1/timelines/home?cursor=" + cursor, bobs);
        assertThat(page.json().path("data")).hasSize(6);
        String live = roost.post(alices, "live");
        assertThat(stream.tweet()).isEqualTo(live);
    }

    @Test
    void aTicketOpensOneStreamAndOnlyWhileItsSessionLasts() throws Exception {
        StreamClient stream = StreamClient.webSocket(roost.port, STREAM + "?ticket=" + ticket(), "");
        clients.add(stream);
        String id = roost.post(alices, "hello");
        assertThat(stream.tweet()).isEqualTo(id);
        String another = ticket();
        call("DELETE", bobs, "/api/roost/v1/sessions/current");
        assertThat(stream.closeCode()).isEqualTo(4401);
        assertThat(roost.call(RawRequest.of("GET", EVENTS + "?ticket=" + another))
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {STREAM, EVENTS})
    void aServerThatStopsAsksToComeBack(String path) throws Exception {
        StreamClient stream = open(path, bobs);
        roost.server.features().live.streams.close();
        assertThat(stream.next("reconnect").path("after_milliseconds").asInt()).isBetween(0, 10_000);
        assertThat(stream.closeCode()).isEqualTo(1012);
    }

    @ParameterizedTest
    @ValueSource(strings = {STREAM, EVENTS})
    void aSessionThatExpiresEndsItsStreams(String path) throws Exception {
        StreamClient stream = open(path, bobs);
        roost.clock.advance(Duration.ofDays(2));
        assertThat(stream.closeCode()).isEqualTo(4401);
    }

    @Test
    void aUserHasSoManyStreamsAtMost() throws Exception {
        for (int i = 0; i < 3; i++) {
            open(EVENTS, bobs);
        }
        Answer refused = roost.get(EVENTS, bobs);
        assertThat(expect(429, refused).member("code")).isEqualTo("too_many_streams");
        clients.removeFirst().close();
        Await.until(() -> streams() == 2);
        open(EVENTS, bobs);
    }

    @ParameterizedTest
    @ValueSource(strings = {STREAM, EVENTS})
    void aClientThatTakesNothingInIsCutOffAndTheOthersGoOn(String path) throws Exception {
        StreamClient other = open(STREAM, bobs);
        try (RawConnection slow = new RawConnection(roost.port, 4_096)) {
            slow.send(RawRequest.of("GET", path)
                    .token(bobs)
                    .header("connection", "Upgrade")
                    .header("upgrade", "websocket")
                    .header("sec-websocket-version", "13")
                    .header("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ=="));
            Await.until(() -> streams() == 2);
            while (streams() == 2) {
                // Few enough at once to fit into a client's buffer.
                Set<String> posted = new HashSet<>(Together.callAll(Collections.nCopies(16, this::longStory)));
                while (!posted.isEmpty()) {
                    assertThat(posted.remove(other.tweet())).isTrue();
                }
            }
        }
    }

    private String longStory() {
        Draft draft = Draft.of("a long story ".repeat(20).strip());
        return Long.toString(roost.server
                .features()
                .tweets
                .post(roost.server.stores().infrastructure().ids())
                .post(Long.parseLong(alice), draft, Optional.empty())
                .tweet()
                .id());
    }

    private StreamClient open(String path, String token) throws Exception {
        int before = streams();
        StreamClient client = path.startsWith(EVENTS)
                ? StreamClient.events(roost.port, path, token)
                : StreamClient.webSocket(roost.port, path, token);
        clients.add(client);
        Await.until(() -> streams() > before);
        return client;
    }

    private int streams() {
        return roost.server.features().live.streams.open();
    }

    private String reply(String token, String tweet) {
        Answer answer = roost.call(RawRequest.of("POST", "/api/roost/v1/tweets")
                .token(token)
                .json("{\"content\":\"indeed\",\"reply_to_id\":\"" + tweet + "\"}"));
        return expect(201, answer).member("id");
    }

    private String ticket() {
        return roost.call(RawRequest.of("POST", "/api/roost/v1/stream/tickets").token(bobs))
                .json()
                .at("/data/ticket")
                .asText();
    }

    private void follow(String token, String user) {
        call("PUT", token, "/api/roost/v1/users/" + user + "/follow");
    }

    private void call(String method, String token, String path) {
        assertThat(roost.call(RawRequest.of(method, path).token(token)).status())
                .isBetween(200, 299);
    }
}
