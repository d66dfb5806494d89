package social.roost.app;

import java.time.Duration;
import java.util.List;
import social.roost.app.ModelClient.Account;

/**
 * A random history: each step is applied to the server and to the model, and then the server must show what the model
 * does.
 */
final class History {
    private final long seed;
    private final HistoryWorld world;
    private final ReadActions reads;
    private final TweetActions tweets;
    private final GraphActions graph;
    private final ServerActions disturbances;

    /**
     * Starts with users who have not done anything.
     *
     * @param settlesAtOnce the server considers its deliveries complete immediately, so polls must wait for that
     */
    History(long seed, ModelServer server, SteppedClock clock, List<Account> people, boolean settlesAtOnce) {
        this.seed = seed;
        world = new HistoryWorld(seed, server, clock, people);
        reads = new ReadActions(world, settlesAtOnce);
        tweets = new TweetActions(world, reads);
        graph = new GraphActions(world, reads);
        disturbances = new ServerActions(world, reads);
    }

    void run(int steps) {
        try {
            for (int i = 0; i < steps; i++) {
                step();
                world.clock.step(Duration.ofMillis(world.random.nextInt(3)));
            }
            finish();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("Seed " + seed + ", after " + world.story() + "\n" + e.getMessage(), e);
        }
    }

    private void step() {
        int dice = world.random.nextInt(100);
        if (dice < 14) {
            tweets.post(world.anyone());
        } else if (dice < 16) {
            tweets.thread(world.anyone());
        } else if (dice < 19) {
            tweets.burst(world.anyone());
        } else if (dice < 26) {
            tweets.reply(world.anyone());
        } else if (dice < 29) {
            tweets.quote(world.anyone());
        } else if (dice < 38) {
            tweets.retweet(world.anyone());
        } else if (dice < 43) {
            tweets.mark(world.anyone());
        } else if (dice < 49) {
            tweets.delete();
        } else if (dice < 62) {
            graph.follow(world.anyone(), world.anyone());
        } else if (dice < 68) {
            graph.unfollow(world.anyone(), world.anyone());
        } else if (dice < 73) {
            graph.screen(world.anyone(), world.anyone());
        } else if (dice < 79) {
            reads.read(world.anyone());
        } else if (dice < 84) {
            reads.walk();
        } else if (dice < 92) {
            reads.poll();
        } else if (dice < 95) {
            compareAll();
        } else {
            disturbances.disturb();
        }
    }

    private void finish() {
        world.quiesce();
        reads.finish();
        compareAll();
    }

    private void compareAll() {
        world.did("compare");
        world.quiesce();
        world.awaitRefresh();
        ModelComparison comparison = new ModelComparison(world.client(), world.model, world.people);
        world.people.forEach(person -> comparison.compare(person, world.anyLimit()));
        comparison.compareTweets(world.anyLimit());
    }
}
