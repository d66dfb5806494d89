package social.roost.base;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * The seed of a test's random choices: a new one for each test, or the one that {@code -Droost.seed=N} sets. A failing
 * test prints its seed, so that it can be repeated.
 */
public final class Seed implements TestExecutionExceptionHandler {
    private static final String PROPERTY = "roost.seed";

    private final long value = Long.getLong(PROPERTY, System.nanoTime());

    public long value() {
        return value;
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) {
        throw new AssertionError("Repeat it with -D" + PROPERTY + "=" + value + "\n" + failure.getMessage(), failure);
    }
}
