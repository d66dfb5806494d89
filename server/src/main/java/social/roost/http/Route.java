package social.roost.http;

/**
 * One method on one path.
 *
 * @param template such as {@code /api/roost/v1/users/{id}}; a parameter is a whole segment
 * @param group of the routes whose calls are counted together, against {@link Limits}
 * @param hashesPassword whether the handler hashes a password, which takes a processor for tens of milliseconds
 */
public record Route(
        String method, String template, Access access, Handler handler, String group, boolean hashesPassword) {
    static final String PROBES = "/health/";
    private static final String READ = "read";
    private static final String WRITE = "write";
    private static final String NONE = "";

    /** Runs on a virtual thread, so it may block. */
    @FunctionalInterface
    public interface Handler {
        /**
         * Answers one request.
         *
         * @throws RuntimeException to answer as {@link Problem#of(Throwable)} has it
         */
        Response handle(Request request);
    }

    /** Who may call. A token in the header must be valid on every route. */
    public enum Access {
        ANYONE,
        LOGGED_IN
    }

    public static Route get(String template, Access access, Handler handler) {
        return new Route("GET", template, access, handler, READ, false);
    }

    public static Route post(String template, Access access, Handler handler) {
        return new Route("POST", template, access, handler, WRITE, false);
    }

    public static Route put(String template, Access access, Handler handler) {
        return new Route("PUT", template, access, handler, WRITE, false);
    }

    public static Route patch(String template, Access access, Handler handler) {
        return new Route("PATCH", template, access, handler, WRITE, false);
    }

    public static Route delete(String template, Access access, Handler handler) {
        return new Route("DELETE", template, access, handler, WRITE, false);
    }

    /** The same in another group than those of its method. */
    public Route in(String otherGroup) {
        return new Route(method, template, access, handler, otherGroup, hashesPassword);
    }

    /** The same for a handler that hashes a password: it waits in a queue of its own, so that log-ins do not hold up writes. */
    public Route hashingPassword() {
        return new Route(method, template, access, handler, group, true);
    }

    /** The same with another handler. */
    Route with(Handler other) {
        return new Route(method, template, access, other, group, hashesPassword);
    }

    /** The same, to be called as often as anyone likes. */
    public Route unlimited() {
        return in(NONE);
    }

    boolean isUnlimited() {
        return group.equals(NONE);
    }

    /** Whether the method changes nothing. */
    boolean isSafe() {
        return method.equals("GET");
    }

    /** Health is told in an overload too, or the process would be taken for dead. */
    boolean isProbe() {
        return template.startsWith(PROBES);
    }
}
