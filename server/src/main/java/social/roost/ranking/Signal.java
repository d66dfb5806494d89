package social.roost.ranking;

import java.util.Arrays;

/**
 * What a reader did with a tweet.
 *
 * @param tweetId the tweet, or the reply or quote itself
 * @param authorId of the tweet that was liked, retweeted, replied to or quoted
 * @param at when, in milliseconds since 1970
 */
public record Signal(long tweetId, long authorId, Kind kind, long at) {
    /** What it was. */
    public enum Kind {
        LIKE(1, 1),
        RETWEET(2, 2),
        QUOTE(3, 3),
        REPLY(4, 3),
        /** The reader asked for more like this. */
        MORE(5, 0),
        /** The reader asked for less like this. */
        LESS(6, 0);

        private final int code;
        private final double weight;

        Kind(int code, double weight) {
            this.code = code;
            this.weight = weight;
        }

        /** Identifies it in stores; never changes. */
        public int code() {
            return code;
        }

        /** How much it says about the author. */
        double weight() {
            return weight;
        }

        /** Whether the reader said so, rather than did something. */
        public boolean isWish() {
            return this == MORE || this == LESS;
        }

        /**
         * The kind with this code.
         *
         * @throws IllegalArgumentException for an unknown code
         */
        public static Kind of(int code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code == code)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No signal has the code " + code));
        }
    }
}
