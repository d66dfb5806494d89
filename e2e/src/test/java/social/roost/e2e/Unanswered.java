package social.roost.e2e;

/** There was no response: it is unknown whether the server did what was requested. */
final class Unanswered extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unanswered(String request, Throwable cause) {
        super(request + " was not answered: " + cause, cause);
    }
}
