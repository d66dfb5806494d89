package social.roost.gateway;

import io.github.resilience4j.core.IntervalFunction;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.StreamResetException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import social.roost.http.Exchange;
import social.roost.http.Problem;

/**
 * A request forwarded to a role, and its response. Runs on the event loop of the client's connection.
 *
 * <p>A call is retried after a pause, if possible on another instance: if connecting failed, because then nothing was
 * sent; and, if the call is safe to retry, also if the connection broke or the instance answered that it is
 * unavailable. All attempts share one deadline. It starts when the client has sent its whole request and ends when the
 * role has sent its whole response, so a slow client takes no capacity from others, and its slowness is not attributed
 * to an instance.
 */
final class Call {
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "PUT", "DELETE");
    private static final Set<Integer> CANNOT_ANSWER = Set.of(502, 503, 504);
    private static final int OVERLOADED = 503;

    private final Exchange exchange;
    private final Instances role;
    private final Upstream upstream;
    private final GatewaySettings settings;
    private final IntervalFunction pauses;
    private final Set<Instance> tried = new HashSet<>();
    private Buffer body = Buffer.buffer();
    private @Nullable InFlightCall inFlight;
    private @Nullable HttpClientRequest sent;
    private @Nullable RoleAnswer reading;
    private @Nullable Long deadline;
    private int attempts;
    private boolean over;

    Call(Exchange exchange, Instances role, Upstream upstream, GatewaySettings settings) {
        this.exchange = exchange;
        this.role = role;
        this.upstream = upstream;
        this.settings = settings;
        this.pauses = IntervalFunction.ofExponentialRandomBackoff(settings.pause(), 2);
    }

    /** Called on the event loop, before any of the body is read. */
    void begin() {
        if (exchange.hasBody()) {
            exchange.readBody(this::enter);
        } else {
            enter(body);
        }
    }

    private void enter(Buffer read) {
        if (!role.capacity().tryEnter(exchange.clientNetwork())) {
            exchange.answer(Problem.overloaded());
            return;
        }
        body = read;
        exchange.request().response().closeHandler(nothing -> abandon()).exceptionHandler(e -> abandon());
        exchange.request().exceptionHandler(e -> abandon());
        startDeadline();
        attempt(role.begin(tried), Problem.unavailable(role.name()));
    }

    /**
     * Makes an attempt.
     *
     * @param next empty if no instance is usable
     * @param otherwise the response in that case
     */
    private void attempt(Optional<InFlightCall> next, Problem otherwise) {
        if (over) {
            next.ifPresent(InFlightCall::end);
        } else if (next.isEmpty()) {
            fail(otherwise);
        } else {
            attempt(next.get());
        }
    }

    private void attempt(InFlightCall next) {
        attempts++;
        inFlight = next;
        tried.add(next.instance());
        var _ = upstream.call(next.instance(), exchange.request().method(), exchange.target())
                .onSuccess(request -> send(request, next))
                .onFailure(e -> notConnected(next, e));
    }

    private void send(HttpClientRequest request, InFlightCall current) {
        if (over) {
            request.reset();
            return;
        }
        sent = request;
        ForwardedHeaders.ofRequest(exchange, request);
        var _ = (body.length() == 0 ? request.send() : request.send(body))
                .onSuccess(answer -> answered(answer, current))
                .onFailure(e -> brokeOff(current, e));
    }

    private void notConnected(InFlightCall current, Throwable cause) {
        current.failed(cause);
        current.end();
        again(true, Problem.unavailable(role.name()));
    }

    private void brokeOff(InFlightCall current, Throwable cause) {
        if (isTooMuch(cause)) {
            fail(Problem.overloaded());
            return;
        }
        current.failed(cause);
        current.end();
        again(isRepeatable(), GatewayProblems.brokenOff(role.name()));
    }

    /** Whether the instance dropped its response because too much was buffered for clients; it is healthy. */
    private static boolean isTooMuch(Throwable cause) {
        return cause instanceof StreamResetException reset && reset.getCode() == Exchange.TOO_MUCH_WAITS;
    }

    /** Retries after a pause, if allowed; on the same instance only if there is no other. */
    private void again(boolean allowed, Problem otherwise) {
        if (over) {
            return;
        }
        if (allowed && attempts < settings.attempts()) {
            pause(() -> attempt(role.begin(tried).or(() -> role.begin(Set.of())), otherwise));
        } else {
            fail(otherwise);
        }
    }

    private void answered(HttpClientResponse answer, InFlightCall current) {
        if (over) {
            return;
        }
        if (CANNOT_ANSWER.contains(answer.statusCode()) && isRepeatable() && attempts < settings.attempts()) {
            Optional<InFlightCall> other = role.begin(tried);
            if (other.isPresent()) {
                judge(answer.statusCode(), current);
                answer.exceptionHandler(e -> {}).request().reset();
                current.end();
                inFlight = other.get();
                pause(() -> attempt(other, Problem.unavailable(role.name())));
                return;
            }
        }
        reading = RoleAnswer.passOn(answer, exchange, () -> read(answer, current), e -> brokeOff(current, e));
    }

    /** The role has answered. */
    private void read(HttpClientResponse answer, InFlightCall current) {
        judge(answer.statusCode(), current);
        finish();
    }

    /** An instance that reports overload is healthy: not using it at all would only shift the load to the others. */
    private static void judge(int status, InFlightCall current) {
        if (CANNOT_ANSWER.contains(status) && status != OVERLOADED) {
            current.failed(new IllegalStateException("answered " + status));
        } else {
            current.succeeded();
        }
    }

    private boolean isRepeatable() {
        return IDEMPOTENT.contains(exchange.method())
                || exchange.request().headers().contains("idempotency-key");
    }

    private void pause(Runnable then) {
        upstream.vertx().setTimer(pauses.apply(attempts), timer -> then.run());
    }

    private void startDeadline() {
        if (deadline == null && !over) {
            deadline = upstream.vertx().setTimer(settings.answerDeadline().toMillis(), timer -> late());
        }
    }

    private void stopDeadline() {
        if (deadline != null) {
            upstream.vertx().cancelTimer(deadline);
        }
    }

    private void late() {
        if (inFlight != null) {
            inFlight.failed(new TimeoutException("no answer"));
        }
        fail(GatewayProblems.late(role.name()));
    }

    private void fail(Problem problem) {
        abandon();
        exchange.answer(problem);
    }

    /** Nobody waits for the response any more. */
    private void abandon() {
        if (!over) {
            finish();
            if (sent != null) {
                sent.reset();
            }
            if (reading != null) {
                reading.stop();
            }
        }
    }

    private void finish() {
        if (!over) {
            over = true;
            stopDeadline();
            role.capacity().leave(exchange.clientNetwork());
            if (inFlight != null) {
                inFlight.end();
            }
        }
    }
}
