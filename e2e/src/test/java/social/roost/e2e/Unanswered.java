package social.roost.e2e;

/** No answer came: whether the server did what it was asked is not known. */
final class Unanswered extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unanswered(String request, Throwable cause) {
        super(request + " was not answered: " + cause, cause);
    }
}
