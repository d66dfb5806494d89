package social.roost.app;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import social.roost.base.Rejection;
import social.roost.base.Timestamps;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.user.Admins;

/** {@code /admin}: what operators can see. */
final class AdminRoutes {
    private final Admins admins;
    private final Vitals vitals;

    AdminRoutes(Admins admins, Vitals vitals) {
        this.admins = admins;
        this.vitals = vitals;
    }

    List<Route> routes() {
        return List.of(Route.get("/api/roost/v1/admin/metrics", Access.LOGGED_IN, this::metrics));
    }

    private Response metrics(Request request) {
        admins.require(request.caller());
        String since = request.query("since").map(AdminRoutes::time).orElse("");
        return Response.json(200, Answer.of(vitals.report(), since));
    }

    private static String time(String text) {
        try {
            return Timestamps.format(Instant.parse(text).toEpochMilli());
        } catch (DateTimeException | ArithmeticException e) {
            throw Rejection.invalid("since", "Not a valid time: pass the time of a data point unchanged.");
        }
    }

    private record Answer(Vitals.Point data, List<Vitals.Point> history) {
        /** Times can be compared as texts because they all have the same form. */
        static Answer of(Vitals.Report report, String since) {
            List<Vitals.Point> later = report.history().stream()
                    .filter(point -> point.time().compareTo(since) > 0)
                    .toList();
            return new Answer(report.now(), later);
        }
    }
}
