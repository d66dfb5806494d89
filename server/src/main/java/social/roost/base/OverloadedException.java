package social.roost.base;

/** Too much work is waiting; nothing was done, and the caller may retry later. */
public final class OverloadedException extends RuntimeException {
    public OverloadedException(String message) {
        super(message);
    }
}
