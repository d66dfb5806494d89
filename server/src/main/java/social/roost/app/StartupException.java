package social.roost.app;

/** Something outside keeps the program from doing its work; the message tells the operator what, in a sentence. */
public final class StartupException extends RuntimeException {
    public StartupException(String message) {
        super(message);
    }

    public StartupException(String message, Throwable cause) {
        super(message, cause);
    }
}
