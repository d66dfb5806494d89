package social.roost.driver;

/** A store cannot be used as it is configured; the operator must change that. */
public class UnusableStoreException extends RuntimeException {
    /** @param message for the operator, without a full stop at its end */
    public UnusableStoreException(String message, Throwable cause) {
        super(message, cause);
    }

    UnusableStoreException(String message) {
        super(message);
    }
}
