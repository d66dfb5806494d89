package social.roost.ranking;

import social.roost.tweet.Counts;

/**
 * A tweet that may be shown.
 *
 * @param authorId who posted or retweeted it
 * @param subjectId the original of a retweet, otherwise its id
 * @param conversationId of the subject
 * @param createdAt in milliseconds since 1970
 * @param counts of the subject
 * @param audience of the subject
 * @param prior what is expected of the author of the subject
 */
public record Candidate(
        long id,
        long authorId,
        long subjectId,
        long conversationId,
        long createdAt,
        Counts counts,
        Audience audience,
        Rates prior) {}
