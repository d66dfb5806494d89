package social.roost.driver;

/** A store that cannot be used as it is set up; it takes the operator to change that. */
public class UnusableStoreException extends RuntimeException {
    /** @param message for the operator, without a full stop at its end */
    public UnusableStoreException(String message, Throwable cause) {
        super(message, cause);
    }

    UnusableStoreException(String message) {
        super(message);
    }
}
