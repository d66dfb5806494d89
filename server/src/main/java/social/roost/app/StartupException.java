package social.roost.app;

/** An external cause prevents the program from working; the message explains it to the operator. */
public final class StartupException extends RuntimeException {
    public StartupException(String message) {
        super(message);
    }

    public StartupException(String message, Throwable cause) {
        super(message, cause);
    }
}
