package social.roost.driver.flink;

/** Flink cannot be reached or does not do what it was asked; the message says why to the operator. */
public final class FlinkException extends RuntimeException {
    FlinkException(String message) {
        super(message);
    }

    FlinkException(String message, Throwable cause) {
        super(message, cause);
    }
}
