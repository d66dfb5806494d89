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
 * One request on its way to a role, and the answer on its way back. All of it runs on the event loop of the client's
 * connection.
 *
 * <p>A call is tried again, after a pause and on another instance where there is one, when connecting failed, for then
 * nothing was sent; and, if it can be repeated without harm, also when the connection broke or the instance answered that it
 * cannot answer. All attempts share one deadline. It begins when the client has sent its whole request and ends when the role
 * has sent its whole answer, so a slow client takes no place from others and its slowness is not blamed on an instance.
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
    private @Nullable Trial trial;
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
        if (!role.tryEnter()) {
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
     * @param next empty when no instance can be called
     * @param otherwise to be answered then
     */
    private void attempt(Optional<Trial> next, Problem otherwise) {
        if (over) {
            next.ifPresent(Trial::end);
        } else if (next.isEmpty()) {
            fail(otherwise);
        } else {
            attempt(next.get());
        }
    }

    private void attempt(Trial next) {
        attempts++;
        trial = next;
        tried.add(next.instance());
        var _ = upstream.call(next.instance(), exchange.request().method(), exchange.target())
                .onSuccess(request -> send(request, next))
                .onFailure(e -> notConnected(next, e));
    }

    private void send(HttpClientRequest request, Trial current) {
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

    private void notConnected(Trial current, Throwable cause) {
        current.failed(cause);
        current.end();
        again(true, Problem.unavailable(role.name()));
    }

    private void brokeOff(Trial current, Throwable cause) {
        if (isTooMuch(cause)) {
            fail(Problem.overloaded());
            return;
        }
        current.failed(cause);
        current.end();
        again(isRepeatable(), GatewayProblems.brokenOff(role.name()));
    }

    /** Whether the instance dropped its answer because too much waited to be received: it is well. */
    private static boolean isTooMuch(Throwable cause) {
        return cause instanceof StreamResetException reset && reset.getCode() == Exchange.TOO_MUCH_WAITS;
    }

    /** Tries again after a pause, if that may be, on the same instance only where there is no other. */
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

    private void answered(HttpClientResponse answer, Trial current) {
        if (over) {
            return;
        }
        if (CANNOT_ANSWER.contains(answer.statusCode()) && isRepeatable() && attempts < settings.attempts()) {
            Optional<Trial> other = role.begin(tried);
            if (other.isPresent()) {
                judge(answer.statusCode(), current);
                answer.exceptionHandler(e -> {}).request().reset();
                current.end();
                trial = other.get();
                pause(() -> attempt(other, Problem.unavailable(role.name())));
                return;
            }
        }
        reading = RoleAnswer.passOn(answer, exchange, () -> read(answer, current), e -> brokeOff(current, e));
    }

    /** The role has done its part. */
    private void read(HttpClientResponse answer, Trial current) {
        judge(answer.statusCode(), current);
        finish();
    }

    /** An instance that says it has too much to do is well: to leave it alone altogether would only burden the others. */
    private static void judge(int status, Trial current) {
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
        if (trial != null) {
            trial.failed(new TimeoutException("no answer"));
        }
        fail(GatewayProblems.late(role.name()));
    }

    private void fail(Problem problem) {
        abandon();
        exchange.answer(problem);
    }

    /** Nobody waits for the answer any more. */
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
            role.leave();
            if (trial != null) {
                trial.end();
            }
        }
    }
}
