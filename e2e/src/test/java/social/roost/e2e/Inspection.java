package social.roost.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import social.roost.e2e.Ledger.Message;
import social.roost.e2e.Ledger.Tweet;

/** Compares everything that a server shows with the ledger: what was acknowledged is there, and nothing else. */
final class Inspection {
    /** The maximum number of tweets in one request. */
    private static final int MOST_AT_ONCE = 100;

    private final String address;
    private final List<Client> people;
    private final Ledger ledger;

    /** Tweets up to this id are only counted. */
    private final long after;

    Inspection(String address, List<Client> people, Ledger ledger, long after) {
        this.address = address;
        this.people = people.stream().map(person -> person.movedTo(address)).toList();
        this.ledger = ledger;
        this.after = after;
    }

    void run() {
        tweetsById();
        for (Client person : people) {
            edges(person);
            ownTweets(person);
            conversations(person);
            assertThat(homeOf(person)).as("home timeline of %s", person.id()).isEqualTo(wantedHomeOf(person));
        }
    }

    /** Like {@link #run}, while deliveries to home timelines may still be in progress. */
    void awaitDelivery() {
        awaitDelivery(Await.BOUND);
    }

    /** With another limit. */
    void awaitDelivery(Duration bound) {
        for (Client person : people) {
            Await.equal("home timeline of " + person.id(), () -> homeSoon(person), wantedHomeOf(person), bound);
        }
    }

    /** Many at once, because there may be hundreds; missing ones are left out. */
    private void tweetsById() {
        Map<String, Tweet> tweets = new HashMap<>();
        ledger.tweetsAfter(after).forEach(tweet -> tweets.put(tweet.id(), tweet));
        List<String> gone = ledger.deletedAfter(after);
        List<String> ids = new ArrayList<>(tweets.keySet());
        ids.addAll(gone);
        Client visitor = Client.at(address);
        Map<String, Tweet> shown = new HashMap<>();
        for (int from = 0; from < ids.size(); from += MOST_AT_ONCE) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + MOST_AT_ONCE));
            Answer answer = visitor.get("/tweets?ids=" + String.join(",", some)).expect(200);
            answer.data().forEach(tweet -> shown.put(tweet.path("id").asText(), tweet(tweet)));
        }
        assertThat(shown).isEqualTo(tweets);
        if (!gone.isEmpty()) {
            assertThat(visitor.get("/tweets/" + gone.getLast()).status())
                    .as("deleted %s", gone.getLast())
                    .isEqualTo(404);
        }
    }

    private static Tweet tweet(JsonNode shown) {
        return new Tweet(
                shown.path("id").asText(),
                shown.path("author_id").asText(),
                shown.path("content").asText());
    }

    private void edges(Client person) {
        Set<String> followers = edges(person, "followers");
        Set<String> following = edges(person, "following");
        assertThat(followers).as("followers of %s", person.id()).isEqualTo(ledger.followers(person.id()));
        assertThat(following).as("followed by %s", person.id()).isEqualTo(ledger.following(person.id()));
        assertThat(count(person, "followers"))
                .as("followers of %s", person.id())
                .isEqualTo(followers.size());
        assertThat(count(person, "following")).as("followed by %s", person.id()).isEqualTo(following.size());
    }

    private static Set<String> edges(Client person, String list) {
        List<String> ids = person.allIds("/users/" + person.id() + "/" + list);
        assertThat(ids).doesNotHaveDuplicates();
        return new TreeSet<>(ids);
    }

    private void ownTweets(Client person) {
        List<String> shown = person.idsAfter("/users/" + person.id() + "/tweets", after);
        assertThat(shown).as("tweets of %s", person.id()).isEqualTo(ledger.tweets(Set.of(person.id()), after));
        assertThat(count(person, "tweets"))
                .as("tweets of %s", person.id())
                .isEqualTo(ledger.tweets(Set.of(person.id()), 0).size());
    }

    /** All messages are there, once, in one order without gaps, for both users. */
    private void conversations(Client person) {
        List<String> ids = new ArrayList<>(person.allIds("/conversations?status=accepted"));
        ids.addAll(person.allIds("/conversations?status=request"));
        assertThat(ids)
                .as("conversations of %s", person.id())
                .containsExactlyInAnyOrderElementsOf(ledger.conversations(person.id()));
        for (String id : ids) {
            List<Message> sent = ledger.messages(id);
            assertThat(person.all("/conversations/" + id + "/messages").stream()
                            .map(Inspection::message)
                            .toList())
                    .as("messages for %s", person.id())
                    .isEqualTo(sent);
            assertThat(sent.getFirst().seq()).isEqualTo(sent.size());
        }
    }

    private static Message message(JsonNode shown) {
        return new Message(
                shown.path("conversation_id").asText(),
                shown.path("seq").asLong(),
                shown.path("sender_id").asText(),
                shown.path("text").asText());
    }

    private static int count(Client person, String what) {
        return person.profile().data().path(what + "_count").asInt(-1);
    }

    private List<String> homeOf(Client reader) {
        return reader.idsAfter("/timelines/home", after);
    }

    /** Null while a part that has just come back still counts as down. */
    private List<String> homeSoon(Client reader) {
        try {
            return homeOf(reader);
        } catch (Refused e) {
            if (e.status() != 503) {
                throw e;
            }
            return List.of();
        }
    }

    private List<String> wantedHomeOf(Client reader) {
        Set<String> authors = ledger.following(reader.id());
        authors.add(reader.id());
        return ledger.tweets(authors, after);
    }
}
