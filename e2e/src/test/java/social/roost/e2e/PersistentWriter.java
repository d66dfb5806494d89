package social.roost.e2e;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import social.roost.e2e.Ledger.Follow;
import social.roost.e2e.Ledger.Message;

/**
 * Acts for some users despite failures: retries a write until it is acknowledged, like a good client, so that nothing
 * is in doubt at the end. Every attempt counts in the tallies.
 */
final class PersistentWriter implements Runnable {
    /**
     * Between actions and between attempts: a busy machine is slow to notice that a server is gone, and slow to restart
     * it.
     */
    private static final int PAUSE_MILLISECONDS = 250;

    private static final int PATIENCE_SECONDS = 180;

    private final String name;
    private final List<Client> users;
    private final List<Client> everyone;
    private final Ledger ledger;
    private final Tallies tallies;
    private final Random random;
    private volatile boolean stopped;
    private int number;

    /** The counts of all writers together. */
    record Tallies(Tally reads, Tally posts, Tally follows) {
        static Tallies empty() {
            return new Tallies(new Tally(), new Tally(), new Tally());
        }

        long total() {
            return reads.total() + posts.total() + follows.total();
        }

        Shares shares() {
            return new Shares(reads.failedPercent(), posts.failedPercent(), follows.failedPercent());
        }

        void reset() {
            reads.reset();
            posts.reset();
            follows.reset();
        }

        @Override
        public String toString() {
            return "reads: " + reads + ", posts, deletes and messages: " + posts + ", follows: " + follows;
        }
    }

    /** The percentage of failures of each. */
    record Shares(double reads, double posts, double follows) {
        boolean areWithin(Shares limits) {
            return reads <= limits.reads && posts <= limits.posts && follows <= limits.follows;
        }
    }

    PersistentWriter(
            String name, List<Client> users, List<Client> everyone, Ledger ledger, Tallies tallies, Random random) {
        this.name = name;
        this.users = users;
        this.everyone = everyone;
        this.ledger = ledger;
        this.tallies = tallies;
        this.random = random;
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        stopped = false;
        while (!stopped) {
            act(users.get(random.nextInt(users.size())));
            pause();
        }
    }

    private void act(Client user) {
        switch (random.nextInt(12)) {
            case 0 -> follow(user, true);
            case 1 -> follow(user, false);
            case 2 -> delete(user);
            case 3, 4, 5 -> post(user);
            case 6, 7 -> write(user);
            default -> read(user);
        }
    }

    private void read(Client user) {
        String _ = attempt(tallies.reads(), () -> user.home(20).text("/meta/previous"));
    }

    private void post(Client user) {
        int size = random.nextInt(4) == 0 ? 2 + random.nextInt(3) : 1;
        List<String> contents = Stream.generate(() -> name + " says " + number++ + " #fault")
                .limit(size)
                .toList();
        String key = "key of " + contents.getFirst();
        List<String> ids = insist(tallies.posts(), () -> user.postOnce(key, contents));
        for (int i = 0; i < size; i++) {
            ledger.posted(ids.get(i), user.id(), contents.get(i));
        }
    }

    private void write(Client user) {
        Client other = everyone.get(random.nextInt(everyone.size()));
        if (!other.id().equals(user.id())) {
            String text = name + " whispers " + number++;
            String conversation = insist(tallies.posts(), () -> user.openPair(other.id()));
            long seq = insist(tallies.posts(), () -> user.message(conversation, text.replace(' ', '-'), text));
            ledger.sent(new Message(conversation, seq, user.id(), text), other.id());
        }
    }

    private void delete(Client user) {
        String tweet = ledger.someTweet(user.id(), random);
        if (!tweet.isEmpty()) {
            String _ = insist(tallies.posts(), () -> {
                user.delete(tweet);
                return tweet;
            });
            ledger.deleted(tweet);
        }
    }

    private void follow(Client user, boolean wanted) {
        Client other = everyone.get(random.nextInt(everyone.size()));
        if (!other.id().equals(user.id())) {
            String _ = insist(tallies.follows(), () -> {
                if (wanted) {
                    user.follow(other.id());
                } else {
                    user.unfollow(other.id());
                }
                return other.id();
            });
            ledger.followed(new Follow(user.id(), other.id()), wanted);
        }
    }

    private static <T> T insist(Tally tally, Supplier<T> request) {
        long end = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
        while (System.nanoTime() < end) {
            T answer = attempt(tally, request);
            if (answer != null) {
                return answer;
            }
            pause();
        }
        throw new AssertionError("No answer in " + PATIENCE_SECONDS + " s");
    }

    /** Null if it failed for a reason unrelated to the request. */
    private static <T> @Nullable T attempt(Tally tally, Supplier<T> request) {
        try {
            T answer = request.get();
            tally.count(true);
            return answer;
        } catch (Unanswered e) {
            tally.count(false);
            return null;
        } catch (Refused e) {
            if (e.status() < 500) {
                throw e;
            }
            tally.count(false);
            return null;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLISECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError("Interrupted while waiting to try again", e);
        }
    }
}
