package social.roost.backup;

/** Something cannot be backed up or restored; the message explains it to the operator. */
public final class BackupException extends RuntimeException {
    public BackupException(String message) {
        super(message);
    }

    public BackupException(String message, Throwable cause) {
        super(message, cause);
    }
}
