package social.roost.tweet;

import java.text.Normalizer;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.base.Rejection;
import social.roost.base.VisibleText;

/**
 * The poll of a tweet. It never changes; its id is that of the tweet.
 *
 * @param options 2 to 4 different texts; a vote chooses one by its index
 * @param endsAt from then on nobody can vote, in milliseconds since 1970
 */
public record Poll(List<String> options, long endsAt) {
    public static final int LEAST_OPTIONS = 2;
    public static final int MOST_OPTIONS = 4;

    /** In code points. */
    public static final int OPTION_LENGTH = 25;

    public static final Duration SHORTEST = Duration.ofMinutes(5);
    public static final Duration LONGEST = Duration.ofDays(7);

    /** Whether the time to vote is over. */
    public boolean hasEnded(long now) {
        return now >= endsAt;
    }

    /**
     * A poll as an author asks for it, not checked yet.
     *
     * @param options null if the client sent none
     * @param durationSeconds from the post to the end; null if the client sent none
     */
    public record Draft(
            @Nullable List<String> options, @Nullable Long durationSeconds) {

        /** With the options in their stored form. */
        Draft normalized() {
            return new Draft(options == null ? null : texts(options), durationSeconds);
        }

        private static List<String> texts(List<String> given) {
            return given.stream()
                    .map(text -> Normalizer.normalize(text, Normalizer.Form.NFC).strip())
                    .toList();
        }

        /**
         * The poll of a tweet.
         *
         * @param path before the names of fields in rejections
         * @param createdAt of the tweet, in milliseconds since 1970
         * @throws Rejection INVALID
         */
        Poll checked(String path, long createdAt) {
            String field = path + "poll.options";
            List<String> texts = texts(options == null ? List.of() : options);
            if (texts.size() < LEAST_OPTIONS || texts.size() > MOST_OPTIONS) {
                throw Rejection.invalid(field, "A poll has " + LEAST_OPTIONS + " to " + MOST_OPTIONS + " options.");
            }
            if (!texts.stream().allMatch(Draft::isOption)) {
                throw Rejection.invalid(
                        field,
                        "An option is one line of up to " + OPTION_LENGTH + " characters, some of them visible.");
            }
            if (new HashSet<>(texts).size() < texts.size()) {
                throw Rejection.invalid(field, "The options of a poll must be different.");
            }
            return new Poll(texts, createdAt + 1_000 * seconds(path));
        }

        private long seconds(String path) {
            long seconds = durationSeconds == null ? 0 : durationSeconds;
            if (seconds < SHORTEST.toSeconds() || seconds > LONGEST.toSeconds()) {
                throw Rejection.invalid(
                        path + "poll.duration_seconds",
                        "A poll lasts " + SHORTEST.toSeconds() + " to " + LONGEST.toSeconds() + " seconds.");
            }
            return seconds;
        }

        private static boolean isOption(String text) {
            return text.codePointCount(0, text.length()) <= OPTION_LENGTH
                    && VisibleText.isOneLine(text)
                    && VisibleText.hasVisible(text);
        }
    }
}
