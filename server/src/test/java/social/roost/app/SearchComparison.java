package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import social.roost.app.ModelClient.Account;
import social.roost.app.SearchModel.Tag;
import social.roost.app.SearchModel.Tweet;

/** Compares what viewers find with the model. */
final class SearchComparison {
    private final SearchWorld world;

    SearchComparison(SearchWorld world) {
        this.world = world;
    }

    /** At any moment. What is new may be missing. */
    void findNothingForbidden() {
        for (Account viewer : List.of(world.anyone(), world.anyone())) {
            assertThat(world.model.found(viewer.id(), _ -> true))
                    .as("C6: tweets that %s may find", viewer)
                    .containsAll(latest(viewer, world.mark));
            List<Long> users = world.model.users(viewer.id(), _ -> true);
            assertThat(users).as("B4: users that %s may find", viewer).containsAll(users(viewer, world.mark));
            assertThat(users)
                    .as("B4: users that %s may be suggested", viewer)
                    .containsAll(world.client().suggestedUsers(viewer, "@" + world.mark));
        }
        assertThat(world.model.found(SearchModel.VISITOR, _ -> true))
                .as("C6: tweets that visitors may find")
                .containsAll(latest(null, world.mark));
    }

    /** At rest. */
    void compare() {
        world.quiesce();
        Stream.concat(Stream.of((Account) null), world.active().stream()).forEach(viewer -> {
            compareTweets(viewer);
            compareUsers(viewer);
        });
        compareTags();
    }

    private void compareTweets(@Nullable Account viewer) {
        compareTweets(viewer, "", _ -> true);
        compareTweets(viewer, "is:reply", Tweet::isReply);
        for (String word : SearchWorld.WORDS) {
            Predicate<Tweet> has = tweet -> tweet.words().contains(word);
            compareTweets(viewer, word, has);
            compareTweets(viewer, "-" + word, has.negate());
            compareTweets(viewer, word + " OR is:reply", has.or(Tweet::isReply));
        }
        for (String end : SearchWorld.TAGS) {
            String tag = world.mark + end;
            compareTweets(viewer, "#" + tag, tweet -> tweet.tags().contains(tag));
        }
        for (Account author : world.everyone()) {
            compareTweets(viewer, "from:" + author.name(), tweet -> tweet.author() == author.id());
        }
    }

    private void compareTweets(@Nullable Account viewer, String more, Predicate<Tweet> which) {
        List<Long> expected = world.model.found(id(viewer), which);
        String query = world.mark + " " + more;
        assertThat(latest(viewer, query))
                .as("F1: what %s finds by %s", viewer, query)
                .isEqualTo(expected);
        assertThat(world.client().ids(ModelClient.searchPath("tweets", query), viewer, anyLimit()))
                .as("F1: what %s finds by relevance by %s", viewer, query)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private void compareUsers(@Nullable Account viewer) {
        compareUsers(viewer, "", _ -> true);
        compareUsers(viewer, " kim", name -> name.startsWith("Kim"));
        compareUsers(viewer, " kimb", name -> name.equals("Kimberly"));
        compareUsers(viewer, " lee", name -> name.equals("Lee"));
        List<Long> all = world.model.users(id(viewer), _ -> true);
        for (Account user : world.everyone()) {
            assertThat(users(viewer, "@" + user.name()))
                    .as("F2: %s finds %s by name", viewer, user)
                    .isEqualTo(all.contains(user.id()) ? List.of(user.id()) : List.of());
        }
    }

    private void compareUsers(@Nullable Account viewer, String more, Predicate<String> which) {
        List<Long> expected = world.model.users(id(viewer), which);
        String typed = world.mark + more;
        assertThat(users(viewer, typed))
                .as("F2: users that %s finds by %s", viewer, typed)
                .isEqualTo(expected);
        assertThat(world.client().suggestedUsers(viewer, "@" + typed))
                .as("F2: users that %s is suggested for %s", viewer, typed)
                .isEqualTo(expected);
    }

    private void compareTags() {
        for (String end : SearchWorld.TAGS) {
            String key = world.mark + end;
            String folded = key.replace('\u00e9', 'e');
            List<Tag> expected =
                    world.model.tags(key, tag -> tag.replace('\u00e9', 'e').startsWith(folded));
            assertThat(world.client().suggestedTags(null, "#" + key).stream()
                            .map(tag -> new Tag(tag.key().toLowerCase(Locale.ROOT), tag.tweets())))
                    .as("F2: tags suggested for #%s", key)
                    .isEqualTo(expected);
            assertThat(world.client().tweetsWith(key))
                    .as("F2: tweets with #%s", key)
                    .isEqualTo(world.model.tags(key, key::equals).stream()
                            .mapToLong(Tag::tweets)
                            .sum());
        }
    }

    private List<Long> latest(@Nullable Account viewer, String query) {
        return world.client().search(viewer, query, anyLimit());
    }

    private List<Long> users(@Nullable Account viewer, String typed) {
        return world.client().ids(ModelClient.searchPath("users", typed), viewer, anyLimit());
    }

    private int anyLimit() {
        return 1 + world.random.nextInt(world.random.nextInt(3) == 0 ? 5 : 100);
    }

    private static long id(@Nullable Account viewer) {
        return viewer == null ? SearchModel.VISITOR : viewer.id();
    }
}
