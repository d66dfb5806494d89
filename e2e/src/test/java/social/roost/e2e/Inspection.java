package social.roost.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import social.roost.e2e.Ledger.Tweet;

/** Holds everything that a server shows against the ledger: what was answered is there, and nothing else. */
final class Inspection {
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
            assertThat(homeOf(person)).as("home timeline of %s", person.id()).isEqualTo(wantedHomeOf(person));
        }
    }

    /** As {@link #run}, while deliveries to home timelines may still be on their way. */
    void awaitDelivery() {
        awaitDelivery(Await.BOUND);
    }

    /** Within another bound. */
    void awaitDelivery(Duration bound) {
        for (Client person : people) {
            Await.equal("home timeline of " + person.id(), () -> homeSoon(person), wantedHomeOf(person), bound);
        }
    }

    private void tweetsById() {
        Client visitor = Client.at(address);
        for (Tweet tweet : ledger.tweetsAfter(after)) {
            Answer answer = visitor.get("/tweets/" + tweet.id()).expect(200);
            assertThat(answer.text("/data/content")).isEqualTo(tweet.content());
            assertThat(answer.text("/data/author_id")).isEqualTo(tweet.authorId());
        }
        for (String gone : ledger.deletedAfter(after)) {
            assertThat(visitor.get("/tweets/" + gone).status())
                    .as("deleted %s", gone)
                    .isEqualTo(404);
        }
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

    private static int count(Client person, String what) {
        return person.profile().data().path(what + "_count").asInt(-1);
    }

    private List<String> homeOf(Client reader) {
        return reader.idsAfter("/timelines/home", after);
    }

    /** Nothing while a part that has just come back still counts as down. */
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
