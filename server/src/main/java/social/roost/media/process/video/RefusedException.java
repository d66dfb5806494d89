package social.roost.media.process.video;

import social.roost.media.Failure;

/** The file cannot be used. */
final class RefusedException extends Exception {
    private final Failure failure;

    /** @param reason for the log */
    RefusedException(Failure failure, String reason) {
        super(reason);
        this.failure = failure;
    }

    Video.Refused outcome() {
        return new Video.Refused(failure, String.valueOf(getMessage()));
    }
}
