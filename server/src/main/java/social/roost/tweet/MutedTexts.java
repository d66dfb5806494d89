package social.roost.tweet;

import java.util.function.Predicate;

/** Which texts users do not want to read. */
public interface MutedTexts {
    /** Mutes no text. */
    Predicate<String> NO_TEXT = text -> false;

    /** For everyone: mutes no text. */
    MutedTexts NONE = new MutedTexts() {
        @Override
        public Predicate<String> inHome(long userId) {
            return NO_TEXT;
        }

        @Override
        public Predicate<String> inLists(long userId) {
            return NO_TEXT;
        }
    };

    /**
     * The texts that a user does not want to read in the home timeline.
     *
     * @param userId 0 for a viewer who is not logged in
     * @return {@link #NO_TEXT} for most users
     */
    Predicate<String> inHome(long userId);

    /** The same for all other lists, notifications and trends. */
    Predicate<String> inLists(long userId);
}
