package social.roost.media;

import java.util.Locale;

/** How far an upload has got. */
public enum MediaState {
    /** Its file has not been uploaded. */
    WAITING,

    /** Its file is there and waits to be processed. */
    UPLOADED,

    /** It is being processed; its lease says until when, unless it is renewed. */
    PROCESSING,

    /** It can be used. */
    READY,

    /** It cannot be used; the failure says why. */
    FAILED,

    /** It is being removed: for everyone else, it does not exist any more. */
    REMOVED;

    /** The name in the API and in stores. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Decodes a stored state.
     *
     * @throws IllegalArgumentException if there is no such state
     */
    public static MediaState stored(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** Whether the next step is to process it. */
    boolean isJob() {
        return this == UPLOADED || this == PROCESSING;
    }
}
