package social.roost.media.process.image;

import social.roost.media.Failure;

/** The file cannot be used. */
final class RejectedException extends Exception {
    private final Failure failure;

    /** @param reason for the log */
    RejectedException(Failure failure, String reason) {
        super(reason);
        this.failure = failure;
    }

    RejectedException(Failure failure, Throwable cause) {
        super(cause.toString(), cause);
        this.failure = failure;
    }

    static RejectedException damaged(String reason) {
        return new RejectedException(Failure.DAMAGED_FILE, reason);
    }

    Failure failure() {
        return failure;
    }
}
