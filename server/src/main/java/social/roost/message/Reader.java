package social.roost.message;

import social.roost.media.PrivateUrls;

/**
 * The member who reads.
 *
 * @param urls makes the URLs of media for this member
 */
public record Reader(long userId, PrivateUrls urls) {}
