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
 * Hashes and checks passwords with Argon2id in 2 passes, as PHC strings; 19 MiB of memory is the recommendation of
 * OWASP's Password Storage Cheat Sheet.
 *
 * <p>A hash takes tens of milliseconds and much memory, so a few dedicated threads compute them and only a limited
 * number may wait. Requests wait before that, in a queue of their own.
 */
public final class Passwords implements AutoCloseable {
    private static final int PASSES = 2;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int MAXIMUM_WAITING = 1_000;

    private final Argon2Function argon2;
    private final ThreadPoolExecutor executor;

    /**
     * Like {@link #Passwords(int, int, ByteSize)}, with as many waiting as all request queues admit.
     *
     * @param threads hashes computed concurrently
     * @param memory for each hash
     */
    public Passwords(int threads, ByteSize memory) {
        this(threads, MAXIMUM_WAITING, memory);
    }

    /**
     * @param threads hashes computed concurrently
     * @param maximumWaiting hashes that may wait
     * @param memory for each hash
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
     * Hashes a password with a random salt.
     *
     * @throws OverloadedException if too many are waiting
     */
    public String hash(String password) {
        return run(() -> hashHere(normalized(password)));
    }

    /**
     * The form that is hashed: keyboards differ in how they compose letters and in the width of characters (NIST SP
     * 800-63B, 3.1.1.2).
     */
    static String normalized(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    /**
     * Checks the length of a new password.
     *
     * @throws Rejection INVALID if it is too short or too long
     */
    public static String requireFit(@Nullable String password) {
        return AccountRules.password(password);
    }

    /**
     * Whether the password has this hash, in its normalized form or, for older hashes, as typed. Takes equally long if
     * there is no hash, so that the time does not reveal which accounts exist, except for hashes computed with a
     * different memory setting.
     *
     * @throws OverloadedException if too many are waiting
     */
    public boolean matches(String password, @Nullable String hash) {
        Set<String> forms = new LinkedHashSet<>(List.of(normalized(password), password));
        return run(() -> forms.stream().anyMatch(form -> matchesHere(form, hash)));
    }

    /** Whether the hash was computed with the present settings. */
    boolean isCurrent(String hash) {
        Argon2Function used = Argon2Function.getInstanceFromHash(hash);
        return used.getMemory() == argon2.getMemory()
                && used.getIterations() == argon2.getIterations()
                && used.getParallelism() == argon2.getParallelism();
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
