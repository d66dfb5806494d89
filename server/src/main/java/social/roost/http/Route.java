package social.roost.http;

/**
 * A method on a path.
 *
 * @param template such as {@code /api/roost/v1/users/{id}}; a parameter is a whole segment
 * @param group the routes whose requests are counted together by {@link Limits}
 * @param work what the handler does
 */
public record Route(String method, String template, Access access, Handler handler, String group, Work work) {
    static final String PROBES = "/health/";
    private static final String READ = "read";
    private static final String WRITE = "write";
    private static final String NONE = "";

    /** Runs on a virtual thread, so it may block. */
    @FunctionalInterface
    public interface Handler {
        /**
         * Answers a request.
         *
         * @throws RuntimeException handled by {@link Problem#of(Throwable)}
         */
        Response handle(Request request);
    }

    /** What a handler does, as far as it needs other treatment. */
    public enum Work {
        USUAL,
        /** It hashes a password, which takes a processor for tens of milliseconds. */
        HASHES_PASSWORD,
        /** It reads the body while it arrives, which may take minutes. */
        RECEIVES,
        /** It is not needed: during overload, it is rejected before anything else. */
        DROPPED_FIRST
    }

    /** Who may call the route. A token in the header must be valid on every route. */
    public enum Access {
        ANYONE,
        LOGGED_IN
    }

    public static Route get(String template, Access access, Handler handler) {
        return new Route("GET", template, access, handler, READ, Work.USUAL);
    }

    public static Route post(String template, Access access, Handler handler) {
        return new Route("POST", template, access, handler, WRITE, Work.USUAL);
    }

    public static Route put(String template, Access access, Handler handler) {
        return new Route("PUT", template, access, handler, WRITE, Work.USUAL);
    }

    public static Route patch(String template, Access access, Handler handler) {
        return new Route("PATCH", template, access, handler, WRITE, Work.USUAL);
    }

    public static Route delete(String template, Access access, Handler handler) {
        return new Route("DELETE", template, access, handler, WRITE, Work.USUAL);
    }

    /** The same route in another group than that of its method. */
    public Route in(String otherGroup) {
        return new Route(method, template, access, handler, otherGroup, work);
    }

    /**
     * The same route with a handler that hashes a password: it has its own queue, so that log-ins do not delay writes.
     */
    public Route hashingPassword() {
        return new Route(method, template, access, handler, group, Work.HASHES_PASSWORD);
    }

    /** The same route with a handler that reads the body while it arrives: it waits in no queue. */
    public Route receiving() {
        return new Route(method, template, access, handler, group, Work.RECEIVES);
    }

    /** The same route, rejected before others during overload. */
    public Route droppedFirst() {
        return new Route(method, template, access, handler, group, Work.DROPPED_FIRST);
    }

    /** The same route with another handler. */
    Route with(Handler other) {
        return new Route(method, template, access, other, group, work);
    }

    /** The same route without rate limits. */
    public Route unlimited() {
        return in(NONE);
    }

    boolean hashesPassword() {
        return work == Work.HASHES_PASSWORD;
    }

    boolean receives() {
        return work == Work.RECEIVES;
    }

    boolean isDroppedFirst() {
        return work == Work.DROPPED_FIRST;
    }

    boolean isUnlimited() {
        return group.equals(NONE);
    }

    /** Whether the method is read-only. */
    boolean isSafe() {
        return method.equals("GET");
    }

    /** Health checks are answered during overload too; otherwise the process would be considered dead. */
    boolean isProbe() {
        return template.startsWith(PROBES);
    }
}
