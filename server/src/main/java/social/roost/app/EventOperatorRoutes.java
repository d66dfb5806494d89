package social.roost.app;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;
import social.roost.event.EventCodec;
import social.roost.event.EventLog;
import social.roost.event.EventLog.DeadLetter;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;

/** {@code /admin/events} and {@code /admin/dead-letters} on the admin port. */
final class EventOperatorRoutes {
    private static final int MAXIMUM_LETTERS = 100;

    private final EventLog events;
    private final Supplier<Set<String>> groups;
    private final EventCodec codec = new EventCodec();

    /** @param groups the names of all consumer groups, in any process */
    EventOperatorRoutes(EventLog events, Supplier<Set<String>> groups) {
        this.events = events;
        this.groups = groups;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/admin/events", Access.ANYONE, OperatorsOnly.of(request -> groups())),
                Route.get("/admin/dead-letters/{group}", Access.ANYONE, OperatorsOnly.of(this::deadLetters)),
                Route.post("/admin/dead-letters/{group}/retry", Access.ANYONE, OperatorsOnly.of(this::retry)));
    }

    private Response groups() {
        return Response.data(
                200,
                groups.get().stream()
                        .map(group -> new GroupJson(
                                group,
                                events.lag(group),
                                events.deadLetters(group, MAXIMUM_LETTERS).size()))
                        .toList());
    }

    private Response deadLetters(Request request) {
        return Response.data(
                200,
                events.deadLetters(group(request), MAXIMUM_LETTERS).stream()
                        .map(letter -> new LetterJson(
                                Long.toString(letter.number()), encoded(letter), letter.attempts(), letter.error()))
                        .toList());
    }

    /** Appends the event again, for every group: consumers that have already processed it ignore the repetition. */
    private Response retry(Request request) {
        String group = group(request);
        List<DeadLetter> readable = events.deadLetters(group, MAXIMUM_LETTERS).stream()
                .filter(letter -> letter.event() != null)
                .toList();
        for (DeadLetter letter : readable) {
            if (letter.event() != null) {
                events.append(List.of(letter.event()));
                events.settle(group, letter);
            }
        }
        return Response.data(200, new Retried(readable.size()));
    }

    private String group(Request request) {
        String group = request.pathParameter(0);
        if (!groups.get().contains(group)) {
            throw new Rejection(
                    Kind.NOT_FOUND,
                    "not_found",
                    "Unknown group. Known groups: " + String.join(", ", groups.get()) + ".");
        }
        return group;
    }

    private @Nullable String encoded(DeadLetter letter) {
        return letter.event() == null ? null : codec.encode(letter.event());
    }

    private record Retried(int retried) {}

    private record GroupJson(String group, long lag, int deadLetters) {}

    /** @param event null if this version cannot read it */
    private record LetterJson(String number, @Nullable String event, int attempts, String error) {}
}
