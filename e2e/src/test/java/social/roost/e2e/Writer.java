package social.roost.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import social.roost.e2e.Ledger.Follow;

/**
 * Acts for some users, one request after the other and as fast as they are answered, and enters acknowledgements into
 * the ledger. Nobody else acts for these users, so at most one request is in doubt when the server is down.
 */
final class Writer implements Callable<@Nullable Void> {
    private final String name;
    private final List<Client> users;
    private final List<Client> everyone;
    private final Ledger ledger;
    private final Random random;
    private volatile boolean stopped;
    private volatile boolean mayBeRefused;
    private int number;
    private @Nullable InDoubt inDoubt;

    Writer(String name, List<Client> users, List<Client> everyone, Ledger ledger, Random random) {
        this.name = name;
        this.users = new ArrayList<>(users);
        this.everyone = everyone;
        this.ledger = ledger;
        this.random = random;
    }

    /** Continues at another address. */
    void moveTo(String address) {
        users.replaceAll(user -> user.movedTo(address));
        stopped = false;
        mayBeRefused = false;
    }

    /** The server is stopping: from now on it may reject requests as overloaded. */
    void allowRefusal() {
        mayBeRefused = true;
    }

    void stop() {
        stopped = true;
    }

    /** Writes until it is stopped, or the server is down or stopping. */
    @Override
    public @Nullable Void call() {
        try {
            while (!stopped) {
                act(users.get(random.nextInt(users.size())));
            }
        } catch (Unanswered e) {
            return null;
        } catch (Refused e) {
            if (!mayBeRefused || e.status() != 503) {
                throw e;
            }
            inDoubt = null;
        }
        return null;
    }

    /** The request without a response, if any; returned only once. */
    @Nullable
    InDoubt takeInDoubt() {
        InDoubt taken = inDoubt;
        inDoubt = null;
        return taken;
    }

    private void act(Client user) {
        switch (random.nextInt(10)) {
            case 0, 1 -> follow(user, true);
            case 2, 3 -> follow(user, false);
            case 4 -> delete(user);
            case 5 -> user.home(20).ids();
            default -> post(user);
        }
    }

    private void post(Client user) {
        int size = random.nextInt(3) == 0 ? 2 + random.nextInt(5) : 1;
        List<String> contents = Stream.generate(() -> name + " says " + number++ + " #crash")
                .limit(size)
                .toList();
        String key = "key of " + contents.getFirst();
        inDoubt = new InDoubt.Post(user, key, contents);
        List<String> ids = user.postOnce(key, contents);
        for (int i = 0; i < size; i++) {
            ledger.posted(ids.get(i), user.id(), contents.get(i));
        }
        inDoubt = null;
    }

    private void delete(Client user) {
        String tweet = ledger.someTweet(user.id(), random);
        if (!tweet.isEmpty()) {
            inDoubt = new InDoubt.Delete(user, tweet);
            user.delete(tweet);
            ledger.deleted(tweet);
            inDoubt = null;
        }
    }

    private void follow(Client user, boolean wanted) {
        Client other = everyone.get(random.nextInt(everyone.size()));
        if (!other.id().equals(user.id())) {
            Follow follow = new Follow(user.id(), other.id());
            inDoubt = new InDoubt.Following(user, follow, wanted);
            if (wanted) {
                user.follow(other.id());
            } else {
                user.unfollow(other.id());
            }
            ledger.followed(follow, wanted);
            inDoubt = null;
        }
    }
}
