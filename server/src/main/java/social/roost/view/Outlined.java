package social.roost.view;

import social.roost.tweet.Outline;

/**
 * A tweet to be ranked.
 *
 * @param subject of the original of a retweet, otherwise of the tweet itself
 */
public record Outlined(Outline tweet, Outline subject) {}
