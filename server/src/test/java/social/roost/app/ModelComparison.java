package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import social.roost.app.ModelClient.Account;

/** Compares all that a server shows of a person with the model, when nothing is on its way. */
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
        assertThat(History.all(cursor -> client.home(person, limit, cursor)))
                .as("D1: home timeline of %s", person)
                .isEqualTo(model.home(person));
        assertThat(History.all(cursor -> client.tweets(person, limit, cursor)))
                .as("D7: tweets of %s", person)
                .isEqualTo(model.by(person));
        assertThat(client.list(person, "followers", limit))
                .as("B1: followers of %s", person)
                .isEqualTo(model.followers(person));
        assertThat(client.list(person, "following", limit))
                .as("B1: whom %s follows", person)
                .isEqualTo(model.following(person));
        compareCounts(person);
        compareRelationships(person);
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
            assertThat(relationship.get("followed_by").asBoolean())
                    .as("B1: %s is followed by %s", person, other)
                    .isEqualTo(model.follows(other, person));
        }
    }
}
