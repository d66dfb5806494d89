package social.roost.draft;

import java.util.List;
import social.roost.tweet.PostTweet.Draft;

/**
 * What a user has not finished writing. It is not checked until it is posted.
 *
 * @param name chosen by the client
 * @param number its own number, larger for newer ones
 * @param thread a single tweet is one too
 * @param updatedAt in milliseconds since 1970
 */
public record SavedDraft(String name, long number, List<Draft> thread, long updatedAt) {}
