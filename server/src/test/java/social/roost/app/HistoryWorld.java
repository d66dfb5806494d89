package social.roost.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import social.roost.app.Model.Tweet;
import social.roost.app.ModelClient.Account;

/** What all actions of one {@link History} share: the server, the model, the users, and the random numbers. */
final class HistoryWorld {
    private static final int LOGGED = 40;

    final Model model = new Model();
    final Random random;
    final ModelServer server;
    final SteppedClock clock;
    final List<Account> people;
    private final Deque<String> log = new ArrayDeque<>();

    HistoryWorld(long seed, ModelServer server, SteppedClock clock, List<Account> people) {
        random = new Random(seed);
        this.server = server;
        this.clock = clock;
        this.people = people;
    }

    ModelClient client() {
        return server.client();
    }

    Account anyone() {
        return people.get(random.nextInt(people.size()));
    }

    /** One of the newest tweets, null if there is none. */
    @Nullable
    Tweet anyTweet() {
        List<Tweet> tweets = model.originals();
        return tweets.isEmpty() ? null : tweets.get(Math.max(0, tweets.size() - 1 - random.nextInt(30)));
    }

    int anyLimit() {
        return 1 + random.nextInt(random.nextInt(4) == 0 ? 100 : 12);
    }

    void quiesce() {
        server.quiesce();
        model.quiesced();
    }

    /** Searches show what was indexed before. */
    void awaitRefresh() {
        try {
            Thread.sleep(SearchTest.REFRESH_MILLIS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Records the next step, for the message of a failure. */
    void did(String step) {
        log.add(step);
        if (log.size() > LOGGED) {
            log.remove();
        }
    }

    /** The number of recorded steps. */
    int logged() {
        return log.size();
    }

    /** The last steps. */
    String story() {
        return String.join("\n  ", log);
    }
}
