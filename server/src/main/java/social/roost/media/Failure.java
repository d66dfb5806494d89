package social.roost.media;

import java.util.Locale;

/** Why an upload cannot be used. Trying again would not help: another file is needed. */
public enum Failure {
    UNSUPPORTED_TYPE("This type of file is not supported."),
    FILE_TOO_LARGE("The file is too large."),
    IMAGE_TOO_LARGE("The picture has too many pixels."),
    DAMAGED_FILE("The file is damaged or incomplete."),
    IMAGE_REQUIRED("Avatars and headers must be still pictures."),
    AUDIO_NOT_SUPPORTED("Audio is not supported."),
    VIDEO_NOT_SUPPORTED("This server does not support videos."),
    VIDEO_TOO_LONG("The video is too long."),
    ANIMATION_NOT_SUPPORTED("This kind of animation is not supported."),
    PROCESSING_TIMED_OUT("Processing the file took too long."),
    PROCESSING_FAILED("The file could not be processed.");

    private final String text;

    Failure(String text) {
        this.text = text;
    }

    /** Stable, for clients: {@code damaged_file}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For people, in plain English. */
    public String text() {
        return text;
    }
}
