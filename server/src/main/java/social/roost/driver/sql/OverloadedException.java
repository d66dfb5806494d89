package social.roost.driver.sql;

/** The database has as much waiting work as it accepts; the caller may try again later. */
public final class OverloadedException extends RuntimeException {
    public OverloadedException(String message) {
        super(message);
    }
}
