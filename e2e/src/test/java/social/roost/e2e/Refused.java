package social.roost.e2e;

/** The server answered something else than the caller wanted. */
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

    /** As the problem names itself, {@code ""} when it was none. */
    String code() {
        return code;
    }
}
