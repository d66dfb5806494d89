package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.AccountSteps.USER;
import static social.roost.app.AccountSteps.USERS;
import static social.roost.app.GraphSteps.FOLLOW;
import static social.roost.app.TweetSteps.TWEET;
import static social.roost.app.TweetSteps.TWEETS;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import social.roost.http.RawRequest;

/** Likes, retweets, bookmarks, replies and quotes. */
final class EngagementSteps extends TourSteps {
    private static final List<String> ENGAGEMENTS = List.of("like", "retweet", "bookmark");
    private static final String MUTED = "/api/roost/v1/muted-conversations";
    private static final String BOOKMARKS = "/api/roost/v1/bookmarks";
    private static final List<String> LISTS_OF_A_TWEET = List.of(
            "/api/roost/v1/tweets/{id}/likes",
            "/api/roost/v1/tweets/{id}/retweets",
            "/api/roost/v1/tweets/{id}/quotes",
            "/api/roost/v1/tweets/{id}/conversation");

    EngagementSteps(DescribedApi api, LocalServer roost, Guest alice, Guest bob) {
        super(api, roost, alice, bob);
    }

    @Override
    void take() {
        engagement();
        conversations();
    }

    private void engagement() {
        String tweet = roost.post(bob.token(), "like this");
        for (String how : ENGAGEMENTS) {
            String template = TWEET + "/" + how;
            String path = TWEETS + "/" + tweet + "/" + how;
            for (String method : List.of("PUT", "PUT", "DELETE", "DELETE", "PUT")) {
                JsonNode done = step(200, method, template, own(method, path)).json();
                assertThat(done.at("/data/" + how + (how.endsWith("e") ? "d" : "ed"))
                                .asBoolean())
                        .isEqualTo(method.equals("PUT"));
            }
            for (String method : List.of("PUT", "DELETE")) {
                step(401, method, template, RawRequest.of(method, path));
                step(404, method, template, own(method, TWEETS + "/" + NOBODY + "/" + how));
            }
        }
        JsonNode shown =
                step(200, "GET", TWEET, own("GET", TWEETS + "/" + tweet)).json();
        assertThat(shown.at("/data/counts/likes").asInt()).isOne();
        assertThat(shown.at("/data/counts/retweets").asInt()).isOne();
        assertThat(shown.at("/viewer/liked/0").asText()).isEqualTo(tweet);
        assertThat(shown.at("/viewer/retweeted/0").asText()).isEqualTo(tweet);
        assertThat(shown.at("/viewer/bookmarked/0").asText()).isEqualTo(tweet);
        step(200, "GET", BOOKMARKS, own("GET", BOOKMARKS));
        step(422, "GET", BOOKMARKS, own("GET", BOOKMARKS + "?cursor=junk"));
        step(400, "GET", BOOKMARKS, own("GET", BOOKMARKS + "?limit=%"));
        step(401, "GET", BOOKMARKS);
        step(200, "GET", TWEETS, own("GET", TWEETS + "?ids=" + tweet + "," + NOBODY));
        step(422, "GET", TWEETS, own("GET", TWEETS + "?ids=" + tweet + ",x"));
        step(400, "GET", TWEETS, own("GET", TWEETS + "?ids=%"));
    }

    private void conversations() {
        String root = roost.post(bob.token(), "what is for lunch?");
        String answer = post("\"content\":\"bread\",\"reply_to_id\":\"" + root + "\"");
        post("\"content\":\"fresh\",\"reply_to_id\":\"" + answer + "\"");
        post("\"content\":\"he asks\",\"quote_of_id\":\"" + root + "\"");
        step(200, "GET", TWEET, own("GET", TWEETS + "/" + root));
        step(204, "DELETE", TWEET, own("DELETE", TWEETS + "/" + answer));
        openLists(LISTS_OF_A_TWEET, root);
        for (String member : List.of("reply_to_id", "quote_of_id")) {
            String draft = "{\"content\":\"x\",\"" + member + "\":\"%s\"}";
            step(422, "POST", TWEETS, own("POST", TWEETS).json(draft.formatted(NOBODY)));
            step(422, "POST", TWEETS, own("POST", TWEETS).json(draft.formatted("x")));
        }
        blockedByBob(root);
        controls();
    }

    /** Muting a conversation, hiding a reply, and choosing who may reply. */
    private void controls() {
        Guest carol = api.join("controls");
        String rule = "{\"content\":\"only for @nobody\",\"replies\":\"mentioned\"}";
        String root = step(201, "POST", TWEETS, carol.request("POST", TWEETS).json(rule))
                .member("id");
        step(422, "POST", TWEETS, own("POST", TWEETS).json("{\"content\":\"x\",\"replies\":\"friends\"}"));
        step(403, "POST", TWEETS, own("POST", TWEETS).json("{\"content\":\"x\",\"reply_to_id\":\"" + root + "\"}"));
        String open = roost.post(carol.token(), "what do you think?");
        String reply = roost.reply(bob.token(), open, "nothing");
        for (String how : List.of("mute", "hide")) {
            String template = TWEET + "/" + how;
            for (String method : List.of("PUT", "DELETE", "PUT")) {
                step(204, method, template, carol.request(method, TWEETS + "/" + reply + "/" + how));
                step(404, method, template, own(method, TWEETS + "/" + NOBODY + "/" + how));
                step(401, method, template, RawRequest.of(method, TWEETS + "/" + reply + "/" + how));
            }
        }
        step(403, "PUT", TWEET + "/hide", own("PUT", TWEETS + "/" + reply + "/hide"));
        step(403, "DELETE", TWEET + "/hide", own("DELETE", TWEETS + "/" + reply + "/hide"));
        step(200, "GET", MUTED, carol.request("GET", MUTED));
        step(401, "GET", MUTED);
        String hidden = TWEET + "/hidden-replies";
        step(200, "GET", hidden, RawRequest.of("GET", hidden.replace("{id}", open)));
        step(404, "GET", hidden, RawRequest.of("GET", hidden.replace("{id}", NOBODY)));
    }

    /** A user blocked by an author cannot see or act on the author's tweets. */
    private void blockedByBob(String tweet) {
        String block = USERS + "/" + alice.id() + "/block";
        step(200, "PUT", USER + "/block", RawRequest.of("PUT", block).token(bob.token()));
        step(403, "GET", TWEET, own("GET", TWEETS + "/" + tweet));
        LISTS_OF_A_TWEET.forEach(list -> step(403, "GET", list, own("GET", list.replace("{id}", tweet))));
        for (String how : ENGAGEMENTS) {
            step(403, "PUT", TWEET + "/" + how, own("PUT", TWEETS + "/" + tweet + "/" + how));
        }
        for (String method : List.of("PUT", "DELETE")) {
            step(403, method, TWEET + "/mute", own(method, TWEETS + "/" + tweet + "/mute"));
        }
        step(403, "GET", TWEET + "/hidden-replies", own("GET", TWEETS + "/" + tweet + "/hidden-replies"));
        for (String list : List.of("/tweets", "/likes", "/followers", "/following")) {
            step(403, "GET", USER + list, own("GET", USERS + "/" + bob.id() + list));
        }
        String reply = "{\"content\":\"x\",\"reply_to_id\":\"" + tweet + "\"}";
        step(403, "POST", TWEETS, own("POST", TWEETS).json(reply));
        step(200, "DELETE", USER + "/block", RawRequest.of("DELETE", block).token(bob.token()));
        step(200, "PUT", FOLLOW, own("PUT", USERS + "/" + bob.id() + "/follow"));
    }

    private String post(String members) {
        return step(201, "POST", TWEETS, own("POST", TWEETS).json("{" + members + "}"))
                .member("id");
    }
}
