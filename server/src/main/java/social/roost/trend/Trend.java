package social.roost.trend;

import java.util.List;

/**
 * A topic that rises, or rose recently.
 *
 * @param score how much it exceeds what was expected, in standard deviations; halves every two hours after its peak
 * @param authors distinct authors in the five minutes of its peak, however young their accounts
 * @param sinceMillis the end of the first minute in which it was a trend
 * @param sampleTweetId one of the tweets about it; 0 if its author has been removed
 * @param recent authors in each five minutes of the last two hours, the oldest first; 0 for fewer than three. The last
 *     number is that of the last five minutes, which may begin within those before
 */
public record Trend(
        Topic topic, double score, int authors, long sinceMillis, long sampleTweetId, List<Integer> recent) {}
