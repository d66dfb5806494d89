package social.roost.search.names;

/**
 * How much a hashtag is used.
 *
 * @param form the one in which most write it
 * @param tweets how many tweets have it now
 * @param lastUsedAt when the newest of its tweets was posted, even if that is deleted; 0 if it was never used
 */
public record HashtagUse(String key, String form, long tweets, long lastUsedAt) {}
