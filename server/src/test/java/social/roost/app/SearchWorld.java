package social.roost.app;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import social.roost.app.ModelClient.Account;
import social.roost.event.Await;
import social.roost.user.Moderation;

/** What a {@link SearchHistory} happens to: a server, the model, the users, and the random numbers. */
final class SearchWorld implements AutoCloseable {
    static final List<String> WORDS = List.of("storm", "walk", "bike", "rain");
    static final List<String> NAMES = List.of("Kim", "Kimberly", "Lee");

    /** What tags end with: two of them differ in an accent only. */
    static final List<String> TAGS = List.of("", "a", "ab", "e", "\u00e9");

    private static final int LOGGED = 40;

    final SearchModel model = new SearchModel();
    final Random random;

    /** Begins all names and tags and is in all tweets, because servers of other tests share their stores. */
    final String mark;

    private final Place place;
    private final Map<Long, Account> accounts = new LinkedHashMap<>();
    private final Deque<String> log = new ArrayDeque<>();
    private Server server;
    private ModelClient client;

    /** Where a history happens. */
    interface Place {
        /** Opens a server on the same stores each time. */
        Server open();

        /** Waits until searches find what was indexed. */
        void refresh();
    }

    SearchWorld(long seed, Place place) {
        random = new Random(seed);
        mark = "h" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
        this.place = place;
        server = place.open();
        client = new ModelClient(server.listen());
        Stream.of("alice", "bob", "carol", "dave", "erin").forEach(name -> {
            Account account = client.register(mark + "_" + name);
            accounts.put(account.id(), account);
            model.rename(account.id(), "");
        });
    }

    Server server() {
        return server;
    }

    ModelClient client() {
        return client;
    }

    void restart() {
        server.close();
        server = place.open();
        client = new ModelClient(server.listen());
    }

    Account account(long user) {
        return Objects.requireNonNull(accounts.get(user));
    }

    List<Account> everyone() {
        return accounts.values().stream().toList();
    }

    /** Those who can log in. */
    List<Account> active() {
        return accounts.values().stream()
                .filter(account -> !model.isSuspended(account.id()))
                .toList();
    }

    /** Somebody who can log in. At most two cannot, see {@link #suspend}. */
    Account anyone() {
        return any(active());
    }

    <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    void suspend(Account account) {
        model.suspend(account.id(), true);
        boolean _ = moderation().suspend(account.id());
    }

    void reinstate(Account account) {
        boolean _ = moderation().reinstate(account.id());
        model.suspend(account.id(), false);
        accounts.put(account.id(), client.logIn(account));
    }

    private Moderation moderation() {
        UserFeature users = server.features().users;
        return new Moderation(
                server.stores().users().accounts(),
                users.suspensions,
                users.sessions,
                server.stores().infrastructure().clock());
    }

    /** Waits until all events have taken effect, and searches find it. */
    void quiesce() {
        try {
            for (int look = 0; look < 2; look++) {
                Await.until(() -> server.backlog() == 0);
            }
            Await.until(server.features().search::isComplete);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        place.refresh();
    }

    void did(String step) {
        log.add(step);
        if (log.size() > LOGGED) {
            log.remove();
        }
    }

    /** The last steps. */
    String story() {
        return String.join("\n  ", new ArrayList<>(log));
    }

    @Override
    public void close() {
        server.close();
    }
}
