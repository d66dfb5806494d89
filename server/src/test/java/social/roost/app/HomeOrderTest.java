package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.Await;
import social.roost.http.Answer;
import social.roost.http.RawRequest;

@DisplayName("D6: the home timeline by relevance")
@Timeout(120)
class HomeOrderTest {
    private static final String HOME = "/api/roost/v1/timelines/home";
    private static final int AUTHORS = 5;
    private static final int EACH = 12;

    private LocalServer roost;
    private String reader;
    private final List<String> authors = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();

    /** Oldest first. */
    private final List<String> tweets = new ArrayList<>();

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        roost = new LocalServer(folder);
        reader = roost.token(roost.register("reader"));
        for (int i = 0; i < AUTHORS; i++) {
            String author = roost.register("author" + i);
            authors.add(author);
            tokens.add(roost.token(author));
            call("PUT", "/api/roost/v1/users/" + author + "/follow", reader);
        }
        for (int i = 0; i < AUTHORS * EACH; i++) {
            tweets.add(roost.post(tokens.get(i % AUTHORS), "Tweet " + i));
        }
        settle();
    }

    @AfterEach
    void stop() {
        roost.close();
    }

    @Test
    @DisplayName("Pages of one session neither skip nor repeat while likes arrive")
    void theOrderIsFixed() {
        List<String> read = new ArrayList<>();
        JsonNode page = page("?order=top&limit=7");
        int likes = 0;
        while (true) {
            read.addAll(ids(page));
            for (int i = 0; i < 20; i++) {
                like(tokens.get(likes % AUTHORS), tweets.get(likes++ * 7 % tweets.size()));
            }
            String next = page.at("/meta/next").asText();
            if (next.isEmpty()) {
                break;
            }
            page = page("?order=top&limit=7&cursor=" + next);
        }
        assertThat(read).containsExactlyInAnyOrderElementsOf(tweets);
        assertThat(ids(page("?order=latest&limit=100"))).isEqualTo(tweets.reversed());
    }

    @Test
    void likedTweetsComeFirst() throws Exception {
        String liked = tweets.get(3);
        tokens.forEach(token -> like(token, liked));
        settle();
        assertThat(ids(page("?order=top&limit=5"))).startsWith(liked);
        assertThat(ids(page("?limit=5"))).doesNotContain(liked);
    }

    @Test
    @DisplayName("When top ends, latest continues, and what is new is above")
    void bothEnds() throws Exception {
        for (int i = 0; i < 800; i++) {
            tweets.add(roost.post(tokens.get(i % AUTHORS), "More " + i));
        }
        settle();
        JsonNode first = page("?order=top&limit=100");
        String later = roost.post(tokens.getFirst(), "Later");
        settle();
        Set<String> read = new HashSet<>();
        int pages = 0;
        for (JsonNode page = first;
                ;
                page = page(
                        "?order=top&limit=100&cursor=" + page.at("/meta/next").asText())) {
            assertThat(ids(page)).doesNotContain(later).noneMatch(read::contains);
            read.addAll(ids(page));
            pages++;
            if (page.at("/meta/next").asText().isEmpty()) {
                break;
            }
        }
        assertThat(read).hasSize(tweets.size());
        assertThat(pages).isGreaterThan(8);
        assertThat(ids(page("?cursor=" + first.at("/meta/previous").asText()))).containsExactly(later);
    }

    @Test
    @DisplayName("A lost order continues with the latest")
    void lostOrder() {
        JsonNode first = page("?order=top&limit=5");
        page("?order=top&limit=5");
        String last = ids(first).getLast();
        List<String> continued =
                ids(page("?limit=5&cursor=" + first.at("/meta/next").asText()));
        int place = tweets.reversed().indexOf(last);
        assertThat(continued)
                .isEqualTo(tweets.reversed().stream().skip(place + 1).limit(5).toList());
    }

    @Test
    void theRulesOfTheHomeTimelineHold() throws Exception {
        String stranger = roost.token(roost.register("stranger"));
        roost.post(stranger, "Not followed");
        JsonNode first = page("?order=top&limit=5");
        call("PUT", "/api/roost/v1/users/" + authors.getFirst() + "/mute", reader);
        call("DELETE", "/api/roost/v1/users/" + authors.get(1) + "/follow", reader);
        expect(
                204,
                roost.call(RawRequest.of("DELETE", "/api/roost/v1/tweets/" + tweets.get(2))
                        .token(tokens.get(2))));
        settle();
        for (String query : List.of(
                "?order=top",
                "?order=hybrid",
                "?cursor=" + first.at("/meta/next").asText())) {
            assertThat(page(query + "&limit=100").get("data")).isNotEmpty().allSatisfy(tweet -> {
                assertThat(tweet.get("author_id").asText()).isIn(authors.subList(2, AUTHORS));
                assertThat(tweet.get("id").asText()).isNotEqualTo(tweets.get(2));
            });
        }
    }

    @Test
    @DisplayName("What Home hides takes no place from what it shows")
    void hiddenTweetsDisplaceNothing() throws Exception {
        String stranger = roost.token(roost.register("stranger"));
        String root = roost.post(tokens.getFirst(), "What do you think?");
        for (int i = 0; i < 3; i++) {
            String answer = roost.reply(stranger, root, "Opinion " + i);
            roost.reply(tokens.getFirst(), answer, "Answer " + i);
        }
        settle();
        assertThat(ids(page("?order=top&limit=100"))).contains(root);
        expect(200, roost.get(HOME + "/explanations/" + root, reader));
    }

    @Test
    void seenTweetsSinkUnlessTheyAreNotRemembered() {
        List<String> first = ids(page("?order=top&limit=10"));
        view(first);
        assertThat(ids(page("?order=top&limit=10"))).doesNotContainAnyElementsOf(first);
        assertThat(seen()).containsExactlyInAnyOrderElementsOf(first);
        prefer("{\"home\":{\"remember_seen\":false}}");
        assertThat(seen()).isEmpty();
        view(first);
        assertThat(seen()).isEmpty();
    }

    private List<String> seen() {
        return page("?order=top&limit=100&explain=true")
                .at("/meta/explanations")
                .valueStream()
                .filter(each -> each.get("parts")
                        .valueStream()
                        .anyMatch(part -> part.get("name").asText().equals("seen")
                                && part.get("value").asDouble() == 1))
                .map(each -> each.get("tweet_id").asText())
                .toList();
    }

    @Test
    void hybridHasWhatIsNewerThanTheLastSeenFirst() throws Exception {
        view(tweets.subList(20, 30));
        tokens.forEach(token -> like(token, tweets.get(10)));
        settle();
        List<String> read = ids(page("?order=hybrid&limit=100"));
        assertThat(read.subList(0, 30)).isEqualTo(tweets.subList(30, 60).reversed());
        assertThat(read.get(30)).isEqualTo(tweets.get(10));
        assertThat(read).hasSize(60);
    }

    @Test
    void anExplanationHasTheWholeScore() {
        feedback("POST", tweets.getLast(), "{\"kind\":\"less\"}", 204);
        JsonNode page = page("?order=top&limit=100&explain=true");
        JsonNode explanations = page.at("/meta/explanations");
        assertThat(explanations.valueStream().map(each -> each.get("tweet_id").asText()))
                .containsExactlyInAnyOrderElementsOf(ids(page));
        assertThat(explanations).allSatisfy(each -> {
            double total = 0;
            for (JsonNode part : each.get("parts")) {
                double contribution = part.get("contribution").asDouble();
                total = part.get("kind").asText().equals("factor") ? total * contribution : total + contribution;
            }
            assertThat(total).isEqualTo(each.get("score").asDouble());
        });
        assertThat(explanations.toString()).contains("\"name\":\"less\",\"kind\":\"term\",\"value\":1.0");
        assertThat(page("?limit=5").at("/meta/explanations").isMissingNode()).isTrue();
        assertThat(page("?limit=5&explain=true").at("/meta/explanations")).hasSize(5);
        assertThat(expect(200, roost.get(HOME + "/explanations/" + tweets.getFirst(), reader))
                        .member("tweet_id"))
                .isEqualTo(tweets.getFirst());
        expect(404, roost.get(HOME + "/explanations/1", reader));
    }

    @Test
    void feedbackIsListedReplacedAndTakenBack() {
        String tweet = tweets.getLast();
        feedback("POST", tweet, "{\"kind\":\"more\"}", 204);
        feedback("POST", tweet, "{\"kind\":\"less\"}", 204);
        feedback("POST", tweets.getFirst(), "{\"kind\":\"more\"}", 204);
        assertThat(wishes()).containsExactlyInAnyOrder("less " + tweet, "more " + tweets.getFirst());
        feedback("DELETE", tweet, "", 204);
        feedback("DELETE", tweet, "", 204);
        assertThat(wishes()).containsExactly("more " + tweets.getFirst());
        assertThat(feedback("POST", tweet, "{\"kind\":\"maybe\"}", 422).member("field"))
                .isEqualTo("kind");
        feedback("POST", roost.post(reader, "Mine"), "{\"kind\":\"more\"}", 422);
        feedback("POST", "1", "{\"kind\":\"more\"}", 404);
    }

    @Test
    void theChoiceIsStored() {
        assertThat(preferences().at("/home").toString()).isEqualTo("{\"order\":\"latest\",\"remember_seen\":true}");
        prefer("{\"home\":{\"order\":\"top\"}}");
        assertThat(preferences().at("/home").toString()).isEqualTo("{\"order\":\"top\",\"remember_seen\":true}");
        expect(
                422,
                roost.call(RawRequest.of("PATCH", "/api/roost/v1/users/me/preferences")
                        .token(reader)
                        .json("{\"home\":{\"order\":\"best\"}}")));
    }

    @Test
    void unknownParametersAreRejected() {
        assertThat(expect(422, roost.get(HOME + "?order=best", reader)).text()).contains("\"order\"");
        assertThat(expect(422, roost.get(HOME + "?explain=yes", reader)).text()).contains("\"explain\"");
    }

    private JsonNode page(String query) {
        return expect(200, roost.get(HOME + query, reader)).json();
    }

    private static List<String> ids(JsonNode page) {
        return page.get("data")
                .valueStream()
                .map(tweet -> tweet.get("id").asText())
                .toList();
    }

    private void like(String token, String tweet) {
        call("PUT", "/api/roost/v1/tweets/" + tweet + "/like", token);
    }

    private void view(List<String> seen) {
        String items = String.join(
                ",",
                seen.stream()
                        .map(id -> "{\"tweet_id\":\"" + id + "\",\"kind\":\"view\",\"where\":\"home\"}")
                        .toList());
        expect(
                202,
                roost.call(RawRequest.of("POST", "/api/roost/v1/impressions")
                        .token(reader)
                        .json("{\"batch_key\":\"" + System.nanoTime() + "\",\"items\":[" + items + "]}")));
    }

    private Answer feedback(String method, String tweet, String json, int status) {
        RawRequest request = RawRequest.of(method, "/api/roost/v1/tweets/" + tweet + "/feedback")
                .token(reader);
        return expect(status, roost.call(json.isEmpty() ? request : request.json(json)));
    }

    private Stream<String> wishes() {
        return expect(200, roost.get("/api/roost/v1/feedback", reader))
                .json()
                .get("data")
                .valueStream()
                .map(wish ->
                        wish.get("kind").asText() + " " + wish.get("tweet_id").asText());
    }

    private void prefer(String json) {
        expect(
                200,
                roost.call(RawRequest.of("PATCH", "/api/roost/v1/users/me/preferences")
                        .token(reader)
                        .json(json)));
    }

    private JsonNode preferences() {
        return expect(200, roost.get("/api/roost/v1/users/me/preferences", reader))
                .json()
                .get("data");
    }

    private void call(String method, String path, String token) {
        expect(200, roost.call(RawRequest.of(method, path).token(token)));
    }

    private void settle() throws Exception {
        Await.until(() -> roost.server.backlog() == 0);
    }
}
