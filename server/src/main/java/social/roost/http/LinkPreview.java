package social.roost.http;

import org.jspecify.annotations.Nullable;

/**
 * What a link to a page looks like elsewhere, in messengers and on other sites.
 *
 * @param type as Open Graph names it, such as {@code profile}
 * @param image an address, possibly without a host; null for that of Roost
 */
public record LinkPreview(
        String type,
        String title,
        String description,
        @Nullable String image) {}
