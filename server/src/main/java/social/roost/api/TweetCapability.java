package social.roost.api;

import social.roost.tweet.Labels;
import social.roost.tweet.PostTweet;
import social.roost.tweet.text.TweetText;

/** The limits of tweets, among the capabilities. */
public record TweetCapability(int maxLength, int threadLength, int contentWarningLength) {

    /** Those of every server. */
    public static final Capability ALWAYS = Capability.fixed(
            "tweet",
            new TweetCapability(TweetText.MAX_WEIGHTED_LENGTH, PostTweet.MOST_IN_THREAD, Labels.WARNING_LENGTH));
}
