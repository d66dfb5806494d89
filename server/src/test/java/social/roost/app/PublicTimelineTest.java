package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.http.RawRequest;

@DisplayName("The newest tweets of all users (issue 18.3)")
@Timeout(120)
class PublicTimelineTest {
    private static final String LATEST = "/api/roost/v1/timelines/public";

    @TempDir
    Path folder;

    private LocalServer roost;
    private String bob;
    private String alices;
    private String bobs;

    @BeforeEach
    void start() {
        roost = new LocalServer(folder, "timelines.settle-time=1ms");
        alices = roost.token(roost.register("alice"));
        bob = roost.register("bob");
        bobs = roost.token(bob);
    }

    @AfterEach
    void stop() {
        roost.close();
    }

    @Test
    void visitorsAndMembersReadOriginalTweetsNewestFirst() {
        String first = roost.post(alices, "first");
        roost.reply(bobs, first, "a reply");
        put("tweets/" + first + "/retweet", bobs);
        String quote = roost.quote(bobs, first, "a quote");
        assertThat(ids(read(LATEST, null))).containsExactly(quote, first);
        assertThat(ids(read(LATEST, alices))).containsExactly(quote, first);
    }

    @Test
    void deletedTweetsAndThoseOfHiddenUsersAreLeftOut() {
        String ours = roost.post(alices, "stays");
        String deleted = roost.post(alices, "goes");
        String theirs = roost.post(bobs, "bob's");
        expect(
                204,
                roost.call(RawRequest.of("DELETE", "/api/roost/v1/tweets/" + deleted)
                        .token(alices)));
        assertThat(ids(read(LATEST, alices))).containsExactly(theirs, ours);

        put("users/" + bob + "/mute", alices);
        assertThat(ids(read(LATEST, alices))).containsExactly(ours);
        assertThat(ids(read(LATEST, null))).containsExactly(theirs, ours);

        put("users/" + bob + "/block", alices);
        assertThat(ids(read(LATEST, bobs))).containsExactly(theirs);

        var _ = roost.server.stores().users().accounts().suspend(Long.parseLong(bob), 1);
        roost.server.features().users.suspensions.lookUp();
        assertThat(ids(read(LATEST, null))).containsExactly(ours);
    }

    @Test
    void pagesHaveNeitherGapsNorRepetitionsWhileTweetsArrive() {
        List<String> posted = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            posted.addFirst(roost.post(alices, "tweet " + i));
        }
        List<String> read = new ArrayList<>();
        JsonNode first = read(LATEST + "?limit=3", null);
        JsonNode page = first;
        read.addAll(ids(page));
        while (page.at("/meta").has("next")) {
            roost.post(bobs, "in between");
            page = read(LATEST + "?limit=3&cursor=" + page.at("/meta/next").asText(), null);
            read.addAll(ids(page));
        }
        assertThat(read).isEqualTo(posted);

        List<String> above = new ArrayList<>();
        page = read(LATEST + "?limit=2&cursor=" + first.at("/meta/previous").asText(), null);
        while (!page.get("data").isEmpty()) {
            List<String> rising = new ArrayList<>(ids(page));
            Collections.reverse(rising);
            above.addAll(rising);
            page = read(LATEST + "?limit=2&cursor=" + page.at("/meta/previous").asText(), null);
        }
        assertThat(above).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates().doesNotContainAnyElementsOf(posted);
    }

    @Test
    void aRestartChangesNothing() {
        String first = roost.post(alices, "first");
        String second = roost.post(bobs, "second");
        roost.close();
        roost = new LocalServer(folder);
        assertThat(ids(read(LATEST, null))).containsExactly(second, first);
    }

    @Test
    void operatorsCanSwitchItOff() {
        roost.close();
        roost = new LocalServer(folder, "timelines.public-timeline=false");
        assertThat(expect(404, roost.call(RawRequest.of("GET", LATEST))).member("code"))
                .isEqualTo("no_public_timeline");
    }

    private void put(String path, String token) {
        expect(200, roost.call(RawRequest.of("PUT", "/api/roost/v1/" + path).token(token)));
    }

    private JsonNode read(String target, @Nullable String token) {
        RawRequest request = RawRequest.of("GET", target);
        return expect(200, roost.call(token == null ? request : request.token(token)))
                .json();
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.get("data").forEach(tweet -> ids.add(tweet.get("id").asText()));
        return ids;
    }
}
