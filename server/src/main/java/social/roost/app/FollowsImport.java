package social.roost.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import social.roost.base.Rejection;
import social.roost.graph.GraphStore.Follow;
import social.roost.user.NewAccount;
import social.roost.user.Passwords;
import social.roost.user.User;

/** Imports an edge list into a server that is not running: users in bulk, then follows in bulk. Can be repeated. */
final class FollowsImport {
    private static final int USERS_AT_ONCE = 2_000;
    private static final int FOLLOWS_AT_ONCE = 1_000_000;
    private static final int SESSIONS_AT_ONCE = 64;

    private final Stores stores;
    private final Features features;
    private final InstantSource clock;

    FollowsImport(Stores stores, Features features) {
        this.stores = stores;
        this.features = features;
        this.clock = stores.infrastructure().clock();
    }

    /**
     * Runs the import.
     *
     * @param password the password of all imported users; null for none
     * @param tokens where to write the tokens of users that are logged in; null for none
     * @throws StartupException if a file cannot be read or written, or a line is malformed
     */
    void run(Path file, @Nullable String password, @Nullable TokensFile tokens) {
        long start = clock.millis();
        EdgeList edges = read(file);
        String hash = password == null ? null : features.users.passwords.hash(fit(password));
        Map<String, Long> ids = createUsers(edges.names(), hash);
        int added = createFollows(edges, ids);
        stores.graph().follows().applyThresholds();
        if (tokens != null) {
            List<String> names = edges.names();
            write(tokens.path(), logIn(names.subList(0, Math.min(tokens.most(), names.size())), ids));
        }
        System.out.printf(
                Locale.ROOT,
                "Imported %,d users and %,d follows (%,d of them new) in %.1f s.%n",
                ids.size(),
                edges.size(),
                added,
                (clock.millis() - start) / 1000.0);
    }

    private static String fit(String password) {
        try {
            return Passwords.requireFit(password);
        } catch (Rejection rejection) {
            throw new StartupException("The password is not valid: " + rejection.text(), rejection);
        }
    }

    private static EdgeList read(Path file) {
        try {
            return EdgeList.read(file);
        } catch (IOException e) {
            throw new StartupException("The file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private Map<String, Long> createUsers(List<String> names, @Nullable String hash) {
        Progress progress = new Progress("users", names.size());
        Map<String, Long> ids = HashMap.newHashMap(names.size());
        for (int from = 0; from < names.size(); from += USERS_AT_ONCE) {
            List<String> part = names.subList(from, Math.min(names.size(), from + USERS_AT_ONCE));
            long[] created = stores.users()
                    .accounts()
                    .createAll(part.stream().map(name -> account(name, hash)).toList());
            for (int i = 0; i < created.length; i++) {
                ids.put(part.get(i), created[i]);
            }
            progress.reached(from + part.size());
        }
        return ids;
    }

    /** Returns lines of a username and a token. Stores group the session writes of several threads. */
    private List<String> logIn(List<String> names, Map<String, Long> ids) {
        Progress progress = new Progress("sessions", names.size());
        List<Future<String>> begun = new ArrayList<>(names.size());
        List<String> lines = new ArrayList<>(names.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(SESSIONS_AT_ONCE)) {
            for (String name : names) {
                long id = ids.getOrDefault(name, 0L);
                begun.add(threads.submit(() -> "u" + name + " "
                        + features.users.sessions.begin(id, "import").token()));
            }
            for (Future<String> line : begun) {
                lines.add(line.get());
                progress.reached(lines.size());
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new StartupException("Could not log in all users: " + e.getMessage(), e);
        }
        return lines;
    }

    /**
     * Whoever can read the file can act as all these users, so only its owner may: temporary files are created like
     * that.
     */
    private static void write(Path file, List<String> lines) {
        try {
            Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
            Path whole = Files.createTempFile(folder, "tokens", ".new");
            Files.write(whole, lines);
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StartupException("The file " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private NewAccount account(String name, @Nullable String hash) {
        String username = "u" + name;
        return new NewAccount(
                User.named(stores.infrastructure().ids().next(), username, "User " + name),
                username + "@import.invalid",
                hash);
    }

    private int createFollows(EdgeList edges, Map<String, Long> ids) {
        Progress progress = new Progress("follows", edges.size());
        List<Follow> part = new ArrayList<>(FOLLOWS_AT_ONCE);
        int added = 0;
        for (int i = 0; i < edges.size(); i++) {
            long follower = ids.getOrDefault(edges.follower(i), 0L);
            long followee = ids.getOrDefault(edges.followee(i), 0L);
            if (follower != followee && follower != 0 && followee != 0) {
                part.add(new Follow(follower, followee));
            }
            if (part.size() == FOLLOWS_AT_ONCE || i == edges.size() - 1) {
                added += stores.graph().follows().followAll(part, clock.millis());
                part.clear();
                progress.reached(i + 1);
            }
        }
        return added;
    }
}
