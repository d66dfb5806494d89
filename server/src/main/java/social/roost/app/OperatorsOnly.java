package social.roost.app;

import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;
import social.roost.http.Request;
import social.roost.http.Route;

/**
 * Admits only programs on this machine. The admin port needs no log-in, others may read metrics from it, and a page in
 * an operator's browser could send requests to it.
 */
final class OperatorsOnly {
    private OperatorsOnly() {}

    /** The handler rejects everybody else with a problem, 403. */
    static Route.Handler of(Route.Handler handler) {
        return request -> {
            refuseOthers(request);
            return handler.handle(request);
        };
    }

    private static void refuseOthers(Request request) {
        if (!request.isLocal()) {
            throw new Rejection(
                    Kind.FORBIDDEN, "not_local", "Only requests from the server's own machine are allowed.");
        }
        if (request.header("sec-fetch-site").isPresent()
                || request.header("origin").isPresent()) {
            throw new Rejection(Kind.FORBIDDEN, "browser", "Requests from web pages are not allowed.");
        }
    }
}
