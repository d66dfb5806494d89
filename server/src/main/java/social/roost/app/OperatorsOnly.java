package social.roost.app;

import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;
import social.roost.http.Request;
import social.roost.http.Route;

/**
 * Lets in programs of this machine only. Nobody has to log in on the operators' port, which others may read measurements from; and
 * a page that an operator has open in a browser could ask just as well.
 */
final class OperatorsOnly {
    private OperatorsOnly() {}

    /** The handler throws a problem, 403, for everybody else. */
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
