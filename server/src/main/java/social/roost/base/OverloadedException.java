package social.roost.base;

/** As much work waits already as is accepted; nothing was done, and the caller may try again later. */
public final class OverloadedException extends RuntimeException {
    public OverloadedException(String message) {
        super(message);
    }
}
