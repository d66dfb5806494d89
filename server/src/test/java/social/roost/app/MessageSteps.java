package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import social.roost.http.Answer;
import social.roost.http.RawRequest;

/** Direct messages: conversations, members, messages, reactions. */
final class MessageSteps extends TourSteps {
    static final String ALL = "/api/roost/v1/conversations";
    static final String ONE = ALL + "/{id}";
    static final String MESSAGES = ONE + "/messages";
    static final String MARKER = ONE + "/read";
    static final String MEMBER = ONE + "/members/{user_id}";
    private static final String MESSAGE = MESSAGES + "/{seq}";
    private static final String REACTION = MESSAGE + "/reactions/{emoji}";
    private static final String HEART = URLEncoder.encode("\u2764\uFE0F", StandardCharsets.UTF_8);
    private static final String SEARCH = ALL + "/search";

    private final Guest carol;
    private String pair = NOBODY;
    private String group = NOBODY;

    MessageSteps(DescribedApi api, LocalServer roost, Guest alice, Guest bob) {
        super(api, roost, alice, bob);
        carol = api.join("caroline");
    }

    @Override
    void take() {
        open();
        ownList(ALL);
        step(200, "GET", ALL, own("GET", ALL + "?status=request"));
        step(422, "GET", ALL, own("GET", ALL + "?status=spam"));
        send();
        read();
        react();
        delete();
        mark();
        edit();
        members();
        search();
        strangers();
    }

    private void open() {
        pair = id(step(201, "POST", ALL, own("POST", ALL).json(with(bob))));
        step(200, "POST", ALL, bob.request("POST", ALL).json(with(alice)));
        group = id(step(
                201,
                "POST",
                ALL,
                own("POST", ALL)
                        .json("{\"member_ids\":[\"%s\",\"%s\"],\"name\":\"Birds\"}".formatted(bob.id(), carol.id()))));
        step(422, "POST", ALL, own("POST", ALL).json("{\"member_ids\":[]}"));
        step(401, "POST", ALL);
        step(
                200,
                "PATCH",
                NotificationSteps.PREFERENCES,
                carol.request("PATCH", NotificationSteps.PREFERENCES).json("{\"messages\":{\"from\":\"nobody\"}}"));
        step(403, "POST", ALL, own("POST", ALL).json(with(carol)));
        step(200, "GET", ONE, own("GET", in(pair, ONE)));
        step(401, "GET", ONE, RawRequest.of("GET", in(pair, ONE)));
        step(404, "GET", ONE, carol.request("GET", in(pair, ONE)));
        String accept = ONE + "/accept";
        step(200, "POST", accept, bob.request("POST", in(pair, accept)));
        step(200, "POST", accept, bob.request("POST", in(group, accept)));
        step(401, "POST", accept, RawRequest.of("POST", in(pair, accept)));
        step(404, "POST", accept, carol.request("POST", in(pair, accept)));
    }

    private void send() {
        String path = in(pair, MESSAGES);
        String tweet = roost.post(alice.token(), "worth sharing");
        step(201, "POST", MESSAGES, own("POST", path).json("{\"text\":\"hello @bob\",\"client_key\":\"1\"}"));
        step(201, "POST", MESSAGES, own("POST", path).json("{\"text\":\"hello @bob\",\"client_key\":\"1\"}"));
        String medium = new TestUploads(roost).ready(alice.token(), TestMedia.png("for bob"), "message");
        step(
                201,
                "POST",
                MESSAGES,
                own("POST", path)
                        .json("{\"client_key\":\"2\",\"media_ids\":[\"%s\"],\"tweet_id\":\"%s\",\"reply_to_seq\":1}"
                                .formatted(medium, tweet)));
        step(422, "POST", MESSAGES, own("POST", path).json("{\"text\":\" \",\"client_key\":\"3\"}"));
        step(422, "POST", MESSAGES, own("POST", path).json("{\"text\":\"no key\"}"));
        step(401, "POST", MESSAGES, RawRequest.of("POST", path).json("{}"));
        step(404, "POST", MESSAGES, carol.request("POST", path).json("{\"text\":\"let me in\",\"client_key\":\"4\"}"));
        block("PUT");
        step(403, "POST", MESSAGES, own("POST", path).json("{\"text\":\"why?\",\"client_key\":\"5\"}"));
        block("DELETE");
        step(201, "POST", MESSAGES, bob.request("POST", path).json("{\"text\":\"Hello, Alice\",\"client_key\":\"1\"}"));
    }

    private void block(String method) {
        step(
                200,
                method,
                "/api/roost/v1/users/{id}/block",
                bob.request(method, "/api/roost/v1/users/" + alice.id() + "/block"));
    }

    private void read() {
        String path = in(pair, MESSAGES);
        assertThat(step(200, "GET", MESSAGES, own("GET", path)).json().at("/data"))
                .hasSize(3);
        step(200, "GET", MESSAGES, own("GET", path + "?limit=1&around=2"));
        step(400, "GET", MESSAGES, own("GET", path + "?limit=%F"));
        step(401, "GET", MESSAGES, RawRequest.of("GET", path));
        step(404, "GET", MESSAGES, carol.request("GET", path));
        step(422, "GET", MESSAGES, own("GET", path + "?cursor=junk"));
        step(422, "GET", MESSAGES, own("GET", path + "?around=junk"));
    }

    private void react() {
        String path = in(pair, REACTION).replace("{seq}", "1");
        String heart = path.replace("{emoji}", HEART);
        for (String method : new String[] {"PUT", "DELETE"}) {
            step(200, method, REACTION, bob.request(method, heart));
            step(400, method, REACTION, bob.request(method, path.replace("{emoji}", "%F")));
            step(401, method, REACTION, RawRequest.of(method, heart));
            step(404, method, REACTION, carol.request(method, heart));
            step(404, method, REACTION, bob.request(method, heart.replace("/1/", "/99/")));
            step(422, method, REACTION, bob.request(method, path.replace("{emoji}", "heart")));
        }
        step(403, "PUT", REACTION, carol.request("PUT", heart.replace(pair, group)));
    }

    private void delete() {
        String path = in(pair, MESSAGE).replace("{seq}", "1");
        step(204, "DELETE", MESSAGE, own("DELETE", path + "?for=me"));
        step(403, "DELETE", MESSAGE, bob.request("DELETE", path + "?for=everyone"));
        step(204, "DELETE", MESSAGE, own("DELETE", path + "?for=everyone"));
        step(400, "DELETE", MESSAGE, own("DELETE", path + "?for=%F"));
        step(401, "DELETE", MESSAGE, RawRequest.of("DELETE", path + "?for=me"));
        step(404, "DELETE", MESSAGE, carol.request("DELETE", path + "?for=me"));
        step(422, "DELETE", MESSAGE, own("DELETE", path));
    }

    private void mark() {
        step(200, "POST", MARKER, own("POST", in(pair, MARKER)).json("{\"seq\":3}"));
        step(401, "POST", MARKER, RawRequest.of("POST", in(pair, MARKER)).json("{\"seq\":3}"));
        step(404, "POST", MARKER, carol.request("POST", in(pair, MARKER)).json("{\"seq\":3}"));
        String typing = ONE + "/typing";
        step(204, "POST", typing, own("POST", in(pair, typing)));
        step(401, "POST", typing, RawRequest.of("POST", in(pair, typing)));
        step(404, "POST", typing, carol.request("POST", in(pair, typing)));
        String mute = ONE + "/mute";
        for (String method : new String[] {"PUT", "DELETE"}) {
            step(200, method, mute, own(method, in(pair, mute)));
            step(401, method, mute, RawRequest.of(method, in(pair, mute)));
            step(404, method, mute, carol.request(method, in(pair, mute)));
        }
        for (String count : new String[] {"GET " + ALL + "/unread-count", "POST " + ALL + "/read"}) {
            String method = count.substring(0, count.indexOf(' '));
            String path = count.substring(count.indexOf(' ') + 1);
            step(200, method, path, own(method, path));
            step(401, method, path);
        }
    }

    private void edit() {
        String path = in(group, ONE);
        String medium = new TestUploads(roost).ready(alice.token(), TestMedia.png("a flock"), "message");
        step(
                200,
                "PATCH",
                ONE,
                own("PATCH", path).json("{\"name\":\"More birds\",\"picture_media_id\":\"" + medium + "\"}"));
        step(200, "PATCH", ONE, own("PATCH", path).json("{\"picture_media_id\":null}"));
        step(403, "PATCH", ONE, bob.request("PATCH", path).json("{\"name\":\"Mine\"}"));
        step(404, "PATCH", ONE, own("PATCH", in(NOBODY, ONE)).json("{\"name\":\"Nobody's\"}"));
        step(422, "PATCH", ONE, own("PATCH", in(pair, ONE)).json("{\"name\":\"We two\"}"));
        step(401, "PATCH", ONE, RawRequest.of("PATCH", path).json("{}"));
    }

    private void members() {
        String bobs = in(group, MEMBER).replace("{user_id}", bob.id());
        step(200, "PUT", MEMBER, own("PUT", bobs).json("{\"admin\":true}"));
        step(200, "PUT", MEMBER, own("PUT", bobs).json("{\"admin\":false}"));
        step(401, "PUT", MEMBER, RawRequest.of("PUT", bobs));
        step(403, "PUT", MEMBER, bob.request("PUT", bobs));
        step(404, "PUT", MEMBER, own("PUT", bobs.replace(group, NOBODY)));
        step(422, "PUT", MEMBER, own("PUT", bobs.replace(group, pair)));
        String carols = in(group, MEMBER).replace("{user_id}", carol.id());
        step(401, "DELETE", MEMBER, RawRequest.of("DELETE", carols));
        step(403, "DELETE", MEMBER, bob.request("DELETE", carols));
        step(204, "DELETE", MEMBER, own("DELETE", carols));
        step(404, "DELETE", MEMBER, own("DELETE", carols.replace(group, NOBODY)));
        step(422, "DELETE", MEMBER, own("DELETE", carols.replace(group, pair)));
        step(204, "DELETE", ONE, own("DELETE", in(group, ONE)));
        step(401, "DELETE", ONE, RawRequest.of("DELETE", in(group, ONE)));
        step(404, "DELETE", ONE, carol.request("DELETE", in(group, ONE)));
    }

    private void search() {
        step(200, "GET", SEARCH, own("GET", SEARCH + "?q=hello"));
        step(400, "GET", SEARCH, own("GET", SEARCH + "?q=%F"));
        step(401, "GET", SEARCH, RawRequest.of("GET", SEARCH + "?q=hello"));
        step(422, "GET", SEARCH, own("GET", SEARCH));
    }

    /** Members of one group count one by one. */
    private void strangers() {
        String member = in(group, MEMBER);
        for (int i = 0; i < 20; i++) {
            Answer answer = roost.call(own(
                    "PUT", member.replace("{user_id}", api.join("stranger" + i).id())));
            if (answer.status() == 429) {
                assertThat(answer.member("code")).isEqualTo("too_many_strangers");
                return;
            }
        }
        throw new AssertionError("Any number of strangers can be invited");
    }

    private static String with(Guest guest) {
        return "{\"member_ids\":[\"" + guest.id() + "\"]}";
    }

    private static String in(String conversation, String template) {
        return template.replace("{id}", conversation);
    }

    private static String id(Answer answer) {
        return answer.json().at("/data/id").asText();
    }
}
