package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.roost.event.Await;
import social.roost.http.Answer;
import social.roost.http.RawRequest;

@DisplayName("Lists (N1)")
@Timeout(60)
class ListsTest {
    private static final String LISTS = "/api/roost/v1/lists";
    private static final String HOME = "/api/roost/v1/timelines/home";

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
    void theTweetsOfANewMemberAreThereAtOnceAlsoThoseFromBefore() {
        String first = roost.post(bobs, "before");
        String list = create("{\"name\":\"Birders\"}");
        assertThat(tweets(alices, list)).isEmpty();
        add(list, bob);
        assertThat(tweets(alices, list)).containsExactly(first);
        String second = roost.post(bobs, "after");
        awaitTweets(list, second, first);
        remove(list, bob);
        assertThat(tweets(alices, list)).isEmpty();
    }

    @Test
    void onesOwnTweetIsInTheListWithTheNextRead() {
        String list = create("{\"name\":\"Me\"}");
        add(list, alice);
        assertThat(tweets(alices, list)).isEmpty();
        for (int i = 0; i < 5; i++) {
            String tweet = roost.post(alices, "tweet " + i);
            assertThat(tweets(alices, list).getFirst()).isEqualTo(tweet);
        }
    }

    @Test
    void membershipDoesNotDependOnFollowing() {
        String list = create("{\"name\":\"Birders\"}");
        follow(alices, bob);
        add(list, bob);
        expect(200, call("DELETE", alices, "users/" + bob + "/follow"));
        assertThat(ids(LISTS + "/" + list + "/members", alices)).containsExactly(bob);
        String tweet = roost.post(bobs, "still here");
        awaitTweets(list, tweet);
        remove(list, bob);
        assertThat(ids(LISTS + "/" + list + "/members", alices)).isEmpty();
    }

    /** A member answers a stranger, another member, and a user whom the list's owner follows. */
    @ParameterizedTest
    @CsvSource({"none,''", "members,member", "followed,member followee"})
    void repliesToOthersAreThoseOfTheSetting(String setting, String shown) {
        String list = create("{\"name\":\"Birders\",\"replies\":\"" + setting + "\"}");
        add(list, bob);
        add(list, carol);
        String dave = roost.register("dave");
        follow(alices, dave);
        String stranger = roost.token(roost.register("erin"));
        List<String> expected = new ArrayList<>();
        String own = roost.post(bobs, "own");
        expected.addFirst(own);
        expected.addFirst(roost.reply(bobs, own, "to myself"));
        expected.addFirst(roost.reply(bobs, roost.post(alices, "by the owner"), "to the owner"));
        String member = roost.post(carols, "by a member");
        expected.addFirst(member);
        String toMember = roost.reply(bobs, member, "to a member");
        String toFollowee = roost.reply(bobs, roost.post(roost.token(dave), "by a followee"), "to a followee");
        String _ = roost.reply(bobs, roost.post(stranger, "by a stranger"), "to a stranger");
        if (shown.contains("member")) {
            expected.addFirst(toMember);
        }
        if (shown.contains("followee")) {
            expected.addFirst(toFollowee);
        }
        awaitTweets(list, expected.toArray(String[]::new));
        expect(200, patch(list, "{\"replies\":\"none\"}"));
        expected.removeAll(List.of(toMember, toFollowee));
        assertThat(tweets(alices, list)).isEqualTo(expected);
    }

    @Test
    void aRetweetOfWhatIsJustBelowIsNotShownAsOnHome() {
        String list = create("{\"name\":\"Birders\"}");
        add(list, bob);
        add(list, carol);
        String tweet = roost.post(carols, "worth repeating");
        expect(200, call("PUT", bobs, "tweets/" + tweet + "/retweet"));
        String elsewhere = roost.post(roost.token(roost.register("dave")), "from outside");
        expect(200, call("PUT", bobs, "tweets/" + elsewhere + "/retweet"));
        await(() -> tweets(alices, list).size() == 2);
        assertThat(tweets(alices, list)).last().isEqualTo(tweet);
    }

    @Test
    void pagesNeitherSkipNorRepeatWhileTweetsArrive() {
        String list = create("{\"name\":\"Birders\"}");
        add(list, bob);
        add(list, carol);
        List<String> posted = new ArrayList<>();
        for (int i = 0; i < 130; i++) {
            posted.addFirst(roost.post(i % 3 == 0 ? carols : bobs, "tweet " + i));
        }
        await(() -> tweets(alices, list).getFirst().equals(posted.getFirst()));
        List<String> read = new ArrayList<>();
        String previous = "";
        for (String cursor = ""; cursor != null; ) {
            JsonNode page = page(alices, list, "?limit=7" + cursor);
            page.get("data").forEach(tweet -> read.add(tweet.get("id").asText()));
            previous = previous.isEmpty() ? page.at("/meta/previous").asText() : previous;
            JsonNode next = page.at("/meta/next");
            cursor = next.isMissingNode() ? null : "&cursor=" + next.asText();
            posted.addFirst(roost.post(bobs, "in between"));
        }
        assertThat(read).isEqualTo(posted.subList(posted.size() - 130, posted.size()));
        String since = previous;
        await(() -> newer(list, since).equals(posted.subList(0, posted.size() - 130)));
    }

    @Test
    void theMembersOfAnExclusiveListLeaveHomeAtOnceAndReturnAtOnce() {
        follow(alices, bob);
        follow(alices, carol);
        String own = roost.post(alices, "mine");
        String bobsTweet = roost.post(bobs, "from bob");
        String carolsTweet = roost.post(carols, "from carol");
        await(() -> ids(HOME, alices).equals(List.of(carolsTweet, bobsTweet, own)));
        String list = create("{\"name\":\"Noise\",\"exclusive\":true}");
        add(list, bob);
        add(list, alice);
        assertThat(ids(HOME, alices)).containsExactly(carolsTweet, own);
        assertThat(tweets(alices, list)).containsExactly(bobsTweet, own);
        assertThat(ids(HOME, bobs)).as("others see no difference").contains(bobsTweet);
        String later = roost.post(bobs, "from bob, later");
        awaitTweets(list, later, bobsTweet, own);
        assertThat(ids(HOME, alices)).containsExactly(carolsTweet, own);
        String toBob = roost.reply(carols, bobsTweet, "to somebody whom alice follows, too");
        await(() -> ids(HOME, alices).equals(List.of(toBob, carolsTweet, own)));

        expect(200, patch(list, "{\"exclusive\":false}"));
        assertThat(ids(HOME, alices)).containsExactly(toBob, later, carolsTweet, bobsTweet, own);
        expect(200, patch(list, "{\"exclusive\":true}"));
        assertThat(ids(HOME, alices)).containsExactly(toBob, carolsTweet, own);
        remove(list, bob);
        assertThat(ids(HOME, alices)).containsExactly(toBob, later, carolsTweet, bobsTweet, own);
        add(list, bob);
        expect(204, call("DELETE", alices, "lists/" + list));
        assertThat(ids(HOME, alices)).containsExactly(toBob, later, carolsTweet, bobsTweet, own);
    }

    @Test
    void whoIsHiddenOnHomeIsHiddenInLists() {
        String list = create("{\"name\":\"Birders\",\"private\":false}");
        add(list, bob);
        add(list, carol);
        String bobsTweet = roost.post(bobs, "from bob");
        String carolsTweet = roost.post(carols, "from carol");
        awaitTweets(list, carolsTweet, bobsTweet);
        expect(200, call("PUT", alices, "users/" + bob + "/mute"));
        assertThat(tweets(alices, list)).containsExactly(carolsTweet);
        expect(200, call("PUT", carols, "users/" + alice + "/block"));
        assertThat(tweets(alices, list)).isEmpty();
        assertThat(ids(LISTS + "/" + list + "/members", alices))
                .as("to remove them")
                .containsExactly(carol, bob);
        String dave = roost.token(roost.register("dave"));
        assertThat(tweets(dave, list)).containsExactly(carolsTweet, bobsTweet);
        expect(200, call("PUT", dave, "users/" + bob + "/block"));
        assertThat(tweets(dave, list)).containsExactly(carolsTweet);
        assertThat(ids(LISTS + "/" + list + "/members", dave)).containsExactly(carol);
        expect(204, call("DELETE", carols, "tweets/" + carolsTweet));
        assertThat(tweets(dave, list)).isEmpty();
    }

    @Test
    void mutedWordsAndUnwantedRetweetsAreNotShownAsOnHome() {
        String list = create("{\"name\":\"Birders\"}");
        follow(alices, bob);
        add(list, bob);
        String plain = roost.post(bobs, "swifts");
        String loud = roost.post(bobs, "football again");
        String original = roost.post(carols, "by carol");
        expect(200, call("PUT", bobs, "tweets/" + original + "/retweet"));
        await(() -> tweets(alices, list).size() == 3);
        expect(
                201,
                roost.call(RawRequest.of("POST", "/api/roost/v1/muted-words")
                        .token(alices)
                        .json("{\"text\":\"football\"}")));
        assertThat(tweets(alices, list)).hasSize(2).doesNotContain(loud).contains(plain);
        expect(
                200,
                roost.call(RawRequest.of("PUT", "/api/roost/v1/users/" + bob + "/follow")
                        .token(alices)
                        .json("{\"hiding_retweets\":true}")));
        assertThat(tweets(alices, list)).containsExactly(plain);
    }

    @Test
    void aPrivateListDoesNotExistForOthersAndAPublicOneTellsNothingElse() {
        String secret = create("{\"name\":\"Secret\"}");
        String open = create("{\"name\":\"Open\",\"private\":false,\"exclusive\":true,\"pinned\":true}");
        assertThat(ids("/api/roost/v1/users/" + alice + "/lists", bobs)).containsExactly(open);
        assertThat(ids("/api/roost/v1/users/" + alice + "/lists", alices)).containsExactly(open);
        assertThat(ids(LISTS, alices)).containsExactly(secret, open);
        for (String path : List.of("", "/members", "/tweets")) {
            expect(404, roost.get(LISTS + "/" + secret + path, bobs));
            expect(404, roost.call(RawRequest.of("GET", LISTS + "/" + secret + path)));
            expect(200, roost.call(RawRequest.of("GET", LISTS + "/" + open + path)));
        }
        JsonNode seen = roost.get(LISTS + "/" + open, bobs).json().get("data");
        assertThat(seen.has("exclusive") || seen.has("pinned")).isFalse();
        expect(200, patch(open, "{\"private\":true}"));
        expect(404, roost.get(LISTS + "/" + open, bobs));
    }

    @Test
    void onesListsWithAMember() {
        String first = create("{\"name\":\"a\"}");
        String second = create("{\"name\":\"b\"}");
        add(first, bob);
        add(second, bob);
        add(second, carol);
        assertThat(ids(LISTS + "?member_id=" + bob, alices)).containsExactly(first, second);
        assertThat(ids(LISTS + "?member_id=" + carol, alices)).containsExactly(second);
        assertThat(ids(LISTS + "?member_id=" + bob, bobs)).isEmpty();
        assertThat(roost.get(LISTS + "/" + second, alices)
                        .json()
                        .at("/data/member_count")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void thereAreAtMostAHundredLists() {
        for (int i = 0; i < 100; i++) {
            String _ = create("{\"name\":\"list " + i + "\"}");
        }
        Answer refused = roost.call(RawRequest.of("POST", LISTS).token(alices).json("{\"name\":\"one more\"}"));
        assertThat(expect(422, refused).member("code")).isEqualTo("list_limit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":null}",
                "{\"name\":\"\"}",
                "{\"name\":\" \\u200b\"}",
                "{\"name\":\"a\\nb\"}",
                "{\"name\":\"123456789012345678901234567890123456789012345678901\"}",
            })
    void aNameHasOneToFiftyVisibleCharacters(String body) {
        Answer refused = expect(
                422, roost.call(RawRequest.of("POST", LISTS).token(alices).json(body)));
        assertThat(refused.member("field")).isEqualTo("name");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"name\":\"a\",\"replies\":\"all\"}',replies",
        "'{\"name\":\"a\",\"private\":\"yes\"}',private",
        "'{\"name\":\"a\",\"exclusive\":1}',exclusive",
        "'{\"name\":\"a\",\"members\":[]}',members",
    })
    void aWrongSettingIsNamed(String body, String field) {
        Answer refused = expect(
                422, roost.call(RawRequest.of("POST", LISTS).token(alices).json(body)));
        assertThat(refused.member("field")).isEqualTo(field);
    }

    private String create(String body) {
        return expect(201, roost.call(RawRequest.of("POST", LISTS).token(alices).json(body)))
                .member("id");
    }

    private Answer patch(String list, String body) {
        return roost.call(
                RawRequest.of("PATCH", LISTS + "/" + list).token(alices).json(body));
    }

    private void add(String list, String user) {
        expect(200, call("PUT", alices, "lists/" + list + "/members/" + user));
    }

    private void remove(String list, String user) {
        expect(204, call("DELETE", alices, "lists/" + list + "/members/" + user));
    }

    private void follow(String token, String user) {
        expect(200, call("PUT", token, "users/" + user + "/follow"));
    }

    private Answer call(String method, String token, String path) {
        return roost.call(RawRequest.of(method, "/api/roost/v1/" + path).token(token));
    }

    private JsonNode page(String token, String list, String query) {
        return expect(200, roost.get(LISTS + "/" + list + "/tweets" + query, token))
                .json();
    }

    private List<String> tweets(String token, String list) {
        return ids(LISTS + "/" + list + "/tweets?limit=50", token);
    }

    /** Everything above a page, newest first. */
    private List<String> newer(String list, String since) {
        List<String> all = new ArrayList<>();
        String cursor = since;
        while (true) {
            JsonNode page = page(alices, list, "?limit=7&cursor=" + cursor);
            if (page.get("data").isEmpty()) {
                return all;
            }
            List<String> ids = new ArrayList<>();
            page.get("data").forEach(tweet -> ids.add(tweet.get("id").asText()));
            all.addAll(0, ids);
            cursor = page.at("/meta/previous").asText();
        }
    }

    private static void await(BooleanSupplier condition) {
        try {
            Await.until(condition);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void awaitTweets(String list, String... expected) {
        await(() -> tweets(alices, list).equals(List.of(expected)));
    }

    private List<String> ids(String path, String token) {
        List<String> ids = new ArrayList<>();
        expect(200, roost.get(path, token))
                .json()
                .get("data")
                .forEach(item -> ids.add(item.get("id").asText()));
        return ids;
    }
}
