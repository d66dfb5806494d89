package social.roost.http;

/**
 * One method on one path.
 *
 * @param template such as {@code /api/v1/users/{id}}; a parameter is a whole segment
 * @param group of the routes whose calls are counted together, against {@link Limits}
 */
public record Route(String method, String template, Access access, Handler handler, String group) {
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
         * @throws Problem to answer with that
         */
        Response handle(Request request);
    }

    /** Who may call. A token in the header must be valid on every route. */
    public enum Access {
        ANYONE,
        LOGGED_IN
    }

    public static Route get(String template, Access access, Handler handler) {
        return new Route("GET", template, access, handler, READ);
    }

    public static Route post(String template, Access access, Handler handler) {
        return new Route("POST", template, access, handler, WRITE);
    }

    public static Route put(String template, Access access, Handler handler) {
        return new Route("PUT", template, access, handler, WRITE);
    }

    public static Route patch(String template, Access access, Handler handler) {
        return new Route("PATCH", template, access, handler, WRITE);
    }

    public static Route delete(String template, Access access, Handler handler) {
        return new Route("DELETE", template, access, handler, WRITE);
    }

    /** The same in another group than those of its method. */
    public Route in(String otherGroup) {
        return new Route(method, template, access, handler, otherGroup);
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
