package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import social.roost.app.ModelClient.Account;

/** Compares everything that a server shows of a user with the model, when no deliveries are in progress. */
final class ModelComparison {
    private final ModelClient client;
    private final Model model;
    private final List<Account> people;

    ModelComparison(ModelClient client, Model model, List<Account> people) {
        this.client = client;
        this.model = model;
        this.people = people;
    }

    void compare(Account person, int limit) {
        assertThat(ModelClient.all(cursor -> client.home(person, limit, cursor)))
                .as("D1: home timeline of %s", person)
                .isEqualTo(model.home(person));
        assertThat(ModelClient.all(cursor -> client.tweets(person, limit, cursor)))
                .as("D7: tweets of %s", person)
                .isEqualTo(model.by(person));
        assertThat(client.list(person, "followers", limit))
                .as("B1: followers of %s", person)
                .isEqualTo(model.followers(person));
        assertThat(client.list(person, "following", limit))
                .as("B1: whom %s follows", person)
                .isEqualTo(model.following(person));
        assertThat(client.ids("/users/" + person.id() + "/tweets", null, limit))
                .as("D7: tweets of %s without replies", person)
                .isEqualTo(model.withoutReplies(person));
        assertThat(client.ids("/bookmarks", person, limit))
                .as("C3: bookmarks of %s", person)
                .containsExactlyInAnyOrderElementsOf(model.bookmarks(person));
        compareSearches(person, limit);
        compareCounts(person);
        compareRelationships(person);
    }

    private void compareSearches(Account person, int limit) {
        for (Account author : people) {
            assertThat(client.search(person, "from:" + author.name(), limit))
                    .as("F1: tweets of %s that %s finds", author, person)
                    .isEqualTo(model.found(person, tweet -> tweet.author().equals(author)));
        }
        assertThat(client.search(person, "is:reply", limit))
                .as("F1: replies that %s finds", person)
                .isEqualTo(model.found(person, tweet -> tweet.replyTo() != null));
        assertThat(client.search(person, "\"something about\" is:quote", limit))
                .as("F1: quotes that %s finds", person)
                .isEqualTo(model.found(person, tweet -> tweet.quoteOf() != null));
    }

    /** What everyone sees of the tweets. */
    void compareTweets(int limit) {
        for (Model.Tweet tweet : model.originals()) {
            JsonNode counts = client.tweet(null, tweet.id()).at("/data/counts");
            assertThat(List.of(
                            counts.get("likes").asInt(),
                            counts.get("retweets").asInt(),
                            counts.get("replies").asInt(),
                            counts.get("quotes").asInt()))
                    .as("C3: counts of %s", tweet.id())
                    .isEqualTo(model.counts(tweet));
            if (!model.quotes(tweet).isEmpty()) {
                assertThat(client.ids("/tweets/" + tweet.id() + "/quotes", null, limit))
                        .as("C4: quotes of %s", tweet.id())
                        .isEqualTo(model.quotes(tweet));
            }
        }
        for (Model.Tweet tweet : model.originals().stream()
                .filter(tweet -> model.replyCount(tweet) > 0)
                .toList()) {
            List<Long> conversation = client.ids("/tweets/" + tweet.id() + "/conversation", null, limit);
            assertThat(conversation).as("C4: conversation of %s", tweet.id()).contains(tweet.id());
            assertThat(conversation).doesNotHaveDuplicates();
            assertThat(conversation).as("C4: replies to %s", tweet.id()).containsAll(model.replies(tweet));
        }
    }

    private void compareCounts(Account person) {
        JsonNode profile = client.profile(person);
        List<Integer> counts = List.of(
                profile.get("followers_count").asInt(),
                profile.get("following_count").asInt(),
                profile.get("tweets_count").asInt());
        assertThat(counts)
                .as("A4: counts of %s", person)
                .containsExactly(
                        model.followers(person).size(),
                        model.following(person).size(),
                        model.by(person).size());
    }

    private void compareRelationships(Account person) {
        for (JsonNode relationship : client.relationships(person, people)) {
            Account other = people.stream()
                    .filter(account ->
                            account.id() == relationship.get("user_id").asLong())
                    .findAny()
                    .orElseThrow();
            assertThat(relationship.get("following").asBoolean())
                    .as("B1: %s follows %s", person, other)
                    .isEqualTo(model.follows(person, other));
            assertThat(relationship.get("blocking").asBoolean()).isEqualTo(model.blocks(person, other));
            assertThat(relationship.get("blocked_by").asBoolean()).isEqualTo(model.blocks(other, person));
            assertThat(relationship.get("muting").asBoolean()).isEqualTo(model.mutes(person, other));
            assertThat(relationship.get("followed_by").asBoolean())
                    .as("B1: %s is followed by %s", person, other)
                    .isEqualTo(model.follows(other, person));
        }
    }
}
