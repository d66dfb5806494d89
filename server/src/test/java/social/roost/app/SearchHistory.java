package social.roost.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.roost.app.ModelClient.Account;

/**
 * A random history of posts, deletions, blocks, mutes, suspensions, restarts and rebuilds: each step is applied to the
 * server and to the model, and then no search may find anything forbidden. At rest, searches find what the model does.
 */
final class SearchHistory {
    private static final int MOST_SUSPENDED = 2;

    private final long seed;
    private final SearchWorld world;
    private final SearchComparison comparison;

    SearchHistory(long seed, SearchWorld world) {
        this.seed = seed;
        this.world = world;
        comparison = new SearchComparison(world);
    }

    void run(int steps) {
        try {
            for (int i = 0; i < steps; i++) {
                step();
                comparison.findNothingForbidden();
            }
            compare();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("Seed " + seed + ", after " + world.story() + "\n" + e.getMessage(), e);
        }
    }

    private void step() {
        int dice = world.random.nextInt(100);
        Account somebody = world.anyone();
        if (dice < 34) {
            post(somebody, null);
        } else if (dice < 42) {
            reply(somebody);
        } else if (dice < 52) {
            delete();
        } else if (dice < 60) {
            screen(somebody, "follow");
        } else if (dice < 67) {
            screen(somebody, "block");
        } else if (dice < 74) {
            screen(somebody, "mute");
        } else if (dice < 79) {
            rename(somebody);
        } else if (dice < 89) {
            moderate(world.any(world.everyone()));
        } else if (dice < 92) {
            world.did("restart");
            world.restart();
        } else if (dice < 95) {
            rebuild();
        } else {
            compare();
        }
    }

    private void compare() {
        world.did("compare");
        comparison.compare();
    }

    private void post(Account author, SearchModel.@Nullable Tweet repliedTo) {
        Set<String> words = new HashSet<>();
        Set<String> tags = new HashSet<>();
        List<String> parts = new ArrayList<>(List.of(world.mark));
        for (int i = world.random.nextInt(3); i > 0; i--) {
            String word = world.any(SearchWorld.WORDS);
            words.add(word);
            parts.add(word);
        }
        for (int i = world.random.nextInt(3); i > 0; i--) {
            String tag = world.mark + world.any(SearchWorld.TAGS);
            tags.add(tag);
            parts.add("#" + (world.random.nextInt(3) == 0 ? tag.toUpperCase(Locale.ROOT) : tag));
        }
        String content = String.join(" ", parts);
        long id = repliedTo == null
                ? world.client().post(author, content)
                : world.client().reply(author, repliedTo.id(), content);
        world.did(author + (repliedTo == null ? " posts " : " answers " + repliedTo.id() + " with ") + id + ": "
                + content);
        world.model.post(new SearchModel.Tweet(id, author.id(), words, tags, repliedTo != null));
    }

    private void reply(Account author) {
        List<SearchModel.Tweet> tweets = world.model.tweets(tweet ->
                !world.model.isSuspended(tweet.author()) && !world.model.eitherBlocks(author.id(), tweet.author()));
        if (!tweets.isEmpty()) {
            post(author, world.any(tweets));
        }
    }

    private void delete() {
        List<SearchModel.Tweet> tweets = world.model.tweets(tweet -> !world.model.isSuspended(tweet.author()));
        if (!tweets.isEmpty()) {
            SearchModel.Tweet tweet = world.any(tweets);
            world.did("delete " + tweet.id());
            world.client().delete(world.account(tweet.author()), tweet.id());
            world.model.delete(tweet.id());
        }
    }

    private void screen(Account user, String how) {
        Account other = world.anyone();
        boolean on = world.random.nextInt(3) > 0;
        boolean follow = how.equals("follow");
        if (user.equals(other) || (follow && on && world.model.eitherBlocks(user.id(), other.id()))) {
            return;
        }
        world.did(user + (on ? " does " : " does not ") + how + " " + other);
        world.client().screen(user, other, how, on);
        switch (how) {
            case "follow" -> world.model.follow(user.id(), other.id(), on);
            case "block" -> world.model.block(user.id(), other.id(), on);
            default -> world.model.mute(user.id(), other.id(), on);
        }
    }

    private void rename(Account user) {
        String name = world.any(SearchWorld.NAMES);
        world.did(user + " is now called " + name);
        world.client().rename(user, world.mark + " " + name);
        world.model.rename(user.id(), name);
    }

    private void moderate(Account user) {
        if (world.model.isSuspended(user.id())) {
            world.did(user + " is reinstated");
            world.reinstate(user);
        } else if (world.everyone().size() - world.active().size() < MOST_SUSPENDED) {
            world.did(user + " is suspended");
            world.suspend(user);
        }
    }

    /** Sometimes on top of another one. */
    private void rebuild() {
        world.did("rebuild");
        world.server().features().search.rebuild();
    }
}
