package social.roost.e2e;

/** The server's response is not the expected one. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    Refused(Answer answer) {
        super(answer.request() + " was answered " + answer.status() + " " + answer.json());
        status = answer.status();
        code = answer.text("/code");
    }

    int status() {
        return status;
    }

    /** The problem's code, {@code ""} if it was not a problem. */
    String code() {
        return code;
    }
}
