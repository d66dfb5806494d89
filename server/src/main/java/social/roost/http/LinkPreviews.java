package social.roost.http;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Finds the previews of the web client's pages. */
@FunctionalInterface
public interface LinkPreviews {
    LinkPreviews NONE = _ -> null;

    /**
     * The preview of the requested page as visitors may see it; empty if they may not. Called on the event loop; must not
     * block, and completes on any thread.
     *
     * @return null for pages without a preview of their own
     */
    @Nullable
    CompletableFuture<Optional<LinkPreview>> of(Exchange exchange);
}
