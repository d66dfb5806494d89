package social.roost.user;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import social.roost.base.OverloadedException;

/**
 * Hashes and checks passwords with Argon2id, 19 MiB and 2 passes (OWASP's Password Storage Cheat Sheet), as PHC strings.
 *
 * <p>A hash costs tens of milliseconds and 19 MiB, so a few threads of their own do them and only so many may wait: a storm
 * of log-ins is turned away instead of taking the processor from the readers.
 */
public final class Passwords implements AutoCloseable {
    private static final Argon2Function ARGON2 = Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID, 19);
    private static final int SALT_BYTES = 16;

    private final ThreadPoolExecutor executor;

    /**
     * @param threads how many hashes are worked on at once
     * @param maximumWaiting how many may wait for that
     */
    public Passwords(int threads, int maximumWaiting) {
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
        return run(() -> hashHere(password));
    }

    /**
     * Checks that a new password is long enough and not too long.
     *
     * @throws social.roost.http.Problem 422 when it is not
     */
    public static String requireFit(@Nullable String password) {
        return AccountRules.password(password);
    }

    /**
     * Whether the password has this hash. Takes as long when there is no hash, so that the time does not tell which accounts
     * exist.
     *
     * @throws OverloadedException when too many wait already
     */
    public boolean matches(String password, @Nullable String hash) {
        return run(() -> {
            if (hash == null) {
                hashHere(password);
                return false;
            }
            return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
        });
    }

    @Override
    public void close() {
        executor.shutdown();
    }

    private static String hashHere(String password) {
        return Password.hash(password).addRandomSalt(SALT_BYTES).with(ARGON2).getResult();
    }

    private <T> T run(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        try {
            executor.execute(task);
            return task.get();
        } catch (RejectedExecutionException e) {
            throw new OverloadedException("Too many passwords wait to be hashed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a password was hashed", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A password could not be hashed", e.getCause());
        }
    }
}
