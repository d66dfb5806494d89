package social.roost.media;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What uses a medium. A medium without a use is removed after a day.
 *
 * @param id of the tweet, message or scheduled tweet, or of the user whose avatar or header it is
 */
public record MediaUse(Kind kind, long id) {

    /** The kinds of uses. */
    public enum Kind {
        TWEET,
        AVATAR,
        HEADER,
        /** Only its members may see it. */
        MESSAGE,
        /** Only its author may see it. */
        SCHEDULED;

        /** Whether everyone may see what is used so. */
        boolean isPublic() {
            return switch (this) {
                case TWEET, AVATAR, HEADER -> true;
                case MESSAGE, SCHEDULED -> false;
            };
        }
    }

    public static MediaUse tweet(long tweetId) {
        return new MediaUse(Kind.TWEET, tweetId);
    }

    public static MediaUse message(long messageId) {
        return new MediaUse(Kind.MESSAGE, messageId);
    }

    public static MediaUse scheduled(long scheduledTweetId) {
        return new MediaUse(Kind.SCHEDULED, scheduledTweetId);
    }

    /** As stores keep them: {@code tweet:7 avatar:3}. */
    public static String encode(List<MediaUse> uses) {
        return uses.stream()
                .map(use -> use.kind.name().toLowerCase(Locale.ROOT) + ":" + use.id)
                .collect(Collectors.joining(" "));
    }

    public static List<MediaUse> decode(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(" ", -1)).map(MediaUse::one).toList();
    }

    private static MediaUse one(String text) {
        int colon = text.indexOf(':');
        return new MediaUse(
                Kind.valueOf(text.substring(0, colon).toUpperCase(Locale.ROOT)),
                Long.parseLong(text.substring(colon + 1)));
    }
}
