package social.roost.app;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.base.Rejection;
import social.roost.driver.logback.LogLevels;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;

/** {@code /admin/log-levels}: changes log levels while the server runs; from this machine only. */
final class LogLevelRoutes {
    private static final String ALL = "/admin/log-levels";
    private static final String ONE = ALL + "/{logger}";
    private static final String LOGGER = "[A-Za-z0-9_.$]{1,200}";

    List<Route> routes() {
        return List.of(
                Route.get(ALL, Access.ANYONE, OperatorsOnly.of(this::list)),
                Route.put(ONE, Access.ANYONE, OperatorsOnly.of(this::set)),
                Route.delete(ONE, Access.ANYONE, OperatorsOnly.of(this::reset)));
    }

    private Response list(Request request) {
        return Response.data(200, LogLevels.set());
    }

    private Response set(Request request) {
        String level = request.json(Wanted.class).level();
        if (level == null || !LogLevels.NAMES.contains(level)) {
            throw Rejection.invalid("level", "Expected one of: " + String.join(", ", LogLevels.NAMES) + ".");
        }
        LogLevels.set(logger(request), level);
        return list(request);
    }

    private Response reset(Request request) {
        LogLevels.reset(logger(request));
        return list(request);
    }

    private static String logger(Request request) {
        String name = request.pathParameter(0);
        if (!name.matches(LOGGER)) {
            throw Rejection.notFound("logger");
        }
        return name;
    }

    private record Wanted(@Nullable String level) {}
}
