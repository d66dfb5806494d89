package social.roost.user;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import social.roost.base.OverloadedException;
import social.roost.base.Rejection;
import social.roost.base.config.ByteSize;

/**
 * Hashes and checks passwords with Argon2id in 2 passes, as PHC strings: with 19 MiB it is what OWASP's Password Storage Cheat Sheet
 * asks for.
 *
 * <p>A hash costs tens of milliseconds and its memory, so a few threads of their own do them and only so many may wait. Requests wait
 * before that, in a queue of their own.
 */
public final class Passwords implements AutoCloseable {
    private static final int PASSES = 2;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int MAXIMUM_WAITING = 1_000;

    private final Argon2Function argon2;
    private final ThreadPoolExecutor executor;

    /**
     * As {@link #Passwords(int, int, ByteSize)}, with as many waiting as all queues of requests let in.
     *
     * @param threads how many hashes are worked on at once
     * @param memory that each takes
     */
    public Passwords(int threads, ByteSize memory) {
        this(threads, MAXIMUM_WAITING, memory);
    }

    /**
     * @param threads how many hashes are worked on at once
     * @param maximumWaiting how many may wait for that
     * @param memory that each takes
     */
    Passwords(int threads, int maximumWaiting, ByteSize memory) {
        argon2 = Argon2Function.getInstance(
                (int) (memory.bytes() / 1024), PASSES, 1, HASH_BYTES, Argon2.ID, Argon2Function.ARGON2_VERSION_13);
        executor = new ThreadPoolExecutor(
                threads,
                threads,
                10,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(maximumWaiting),
                Thread.ofPlatform().name("passwords-", 0).daemon().factory());
        executor.allowCoreThreadTimeOut(true);
    }

    /**
     * Hashes with a salt of its own.
     *
     * @throws OverloadedException when too many wait already
     */
    public String hash(String password) {
        return run(() -> hashHere(normalized(password)));
    }

    /**
     * The form that is hashed: keyboards differ in how they compose letters and in the width of characters, as NIST SP 800-63B,
     * 3.1.1.2, has it.
     */
    static String normalized(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    /**
     * Checks that a new password is long enough and not too long.
     *
     * @throws Rejection INVALID when it is not
     */
    public static String requireFit(@Nullable String password) {
        return AccountRules.password(password);
    }

    /**
     * Whether the password has this hash, in its normalized form or, for hashes that are older than that, as it was typed. Takes as
     * long when there is no hash, so that the time does not tell which accounts
     * exist; only of hashes that were made with another memory it does.
     *
     * @throws OverloadedException when too many wait already
     */
    public boolean matches(String password, @Nullable String hash) {
        Set<String> forms = new LinkedHashSet<>(List.of(normalized(password), password));
        return run(() -> forms.stream().anyMatch(form -> matchesHere(form, hash)));
    }

    private boolean matchesHere(String password, @Nullable String hash) {
        if (hash == null) {
            hashHere(password);
            return false;
        }
        return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
    }

    @Override
    public void close() {
        executor.shutdown();
    }

    private String hashHere(String password) {
        return Password.hash(password).addRandomSalt(SALT_BYTES).with(argon2).getResult();
    }

    private <T> T run(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        try {
            executor.execute(task);
            return task.get();
        } catch (RejectedExecutionException e) {
            throw new OverloadedException("Too many passwords are waiting to be hashed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while hashing a password", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Could not hash a password", e.getCause());
        }
    }
}
