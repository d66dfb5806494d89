package social.roost.http;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Reads what the API shows to visitors, for the process itself. */
@FunctionalInterface
public interface PublicReads {
    PublicReads NOTHING = (_, _) -> CompletableFuture.completedFuture(Optional.empty());

    /**
     * Reads the body of a successful response to {@code GET}; empty for any other, and if there is too much to do. Called
     * on the event loop; must not block, and completes on any thread.
     *
     * @param exchange on whose behalf
     */
    CompletableFuture<Optional<byte[]>> read(Exchange exchange, String path);
}
