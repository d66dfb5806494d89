package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.driver.otel.TraceReceiver;
import social.roost.driver.otel.TraceReceiver.Received;
import social.roost.event.Await;
import social.roost.http.Answer;
import social.roost.http.RawRequest;

@DisplayName("Traces (L1)")
@Timeout(120)
class TracesTest {
    private static final String POST = "POST /api/roost/v1/tweets";
    private static final String CALLERS_TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CALLER = "00-" + CALLERS_TRACE + "-00f067aa0ba902b7-01";

    @TempDir
    Path folder;

    private TraceReceiver receiver;

    @BeforeEach
    void receive() throws IOException {
        receiver = new TraceReceiver();
    }

    @AfterEach
    void end() {
        receiver.close();
    }

    private LocalServer server(String... settings) {
        String[] all = Stream.concat(Stream.of("tracing.endpoint=" + receiver.address()), Stream.of(settings))
                .toArray(String[]::new);
        return new LocalServer(folder, all);
    }

    @Test
    void aTweetIsOneTraceFromItsRequestToThoseItIsDeliveredTo() throws Exception {
        try (LocalServer roost = server("tracing.sample=1")) {
            String alice = roost.token(roost.register("alice"));
            String aliceId = roost.get("/api/roost/v1/users/me", alice).member("id");
            String bob = roost.token(roost.register("bob"));
            expect(
                    200,
                    roost.call(RawRequest.of("PUT", "/api/roost/v1/users/" + aliceId + "/follow")
                            .token(bob)));
            try (StreamClient stream = StreamClient.events(roost.port, "/api/roost/v1/stream/events", bob)) {
                Await.until(() -> roost.server.features().live.streams.open() > 0);
                String posted = roost.post(alice, "hello @bob");
                assertThat(stream.tweet()).isEqualTo(posted);
                Await.until(() -> names(receiver.traceOf(POST)).contains("follower notifications_changed"));
            }
        }
        List<Received> trace = receiver.traceOf(POST);
        System.out.println(TraceTree.of(trace));
        Received request = named(trace, POST);
        assertThat(request.parentId()).isEmpty();
        assertThat(request.attributes())
                .containsEntry("http.response.status_code", "201")
                .containsKey("roost.request_id");
        Received appended = named(trace, "append tweet_posted");
        Received stored = parent(appended, trace);
        assertThat(stored.name()).isEqualTo("SQLite write");
        assertThat(stored.attributes()).containsEntry("roost.outcome", "ok");
        assertThat(stored.parentId()).isEqualTo(request.id());
        Received fanOut = named(trace, "fan-out tweet_posted");
        assertThat(fanOut.parentId()).isEqualTo(appended.id());
        assertThat(trace)
                .anyMatch(step -> step.name().equals("push to timelines") && step.isBelow(fanOut, trace))
                .anyMatch(step ->
                        step.name().equals("push live") && step.isBelow(named(trace, "follower tweet_posted"), trace))
                .anyMatch(step -> step.name().equals("append notifications_changed")
                        && step.isBelow(named(trace, "notifications tweet_posted"), trace))
                .noneMatch(step -> step.name().startsWith("blocks "))
                .allMatch(step -> step.service().equals("roost"))
                .noneMatch(step -> step.attributes().toString().contains("hello"));
    }

    @Test
    void aStrangerDoesNotDecideWhatIsRecordedAndAProxyThatIsBelievedDoes() {
        try (LocalServer roost = server("tracing.sample=0")) {
            expect(401, roost.call(asCaller(CALLER)));
        }
        try (LocalServer roost = server("tracing.sample=0", "http.trusted-proxies=127.0.0.1")) {
            Answer answer = expect(401, roost.call(asCaller(CALLER)));
            assertThat(answer.member("trace_id")).isEqualTo(CALLERS_TRACE);
        }
        assertThat(receiver.spans()).extracting(Received::traceId).containsOnly(CALLERS_TRACE);
        assertThat(receiver.spans()).extracting(Received::parentId).contains("00f067aa0ba902b7");
    }

    @Test
    void aBelievedProxyMayAlsoDecideThatNothingIsRecorded() {
        try (LocalServer roost = server("tracing.sample=1", "http.trusted-proxies=127.0.0.1")) {
            Answer answer = expect(401, roost.call(asCaller(CALLER.replaceFirst("01$", "00"))));
            assertThat(answer.json().has("trace_id")).isFalse();
            for (String malformed : List.of("", "00", CALLER + "!", CALLER.replace('4', 'x'))) {
                Answer own = expect(401, roost.call(asCaller(malformed)));
                assertThat(own.member("trace_id")).hasSize(32).isNotEqualTo(CALLERS_TRACE);
            }
        }
    }

    @Test
    void healthIsNoTraceAndAReceiverThatIsGoneIsNoHindrance() throws Exception {
        receiver.close();
        try (LocalServer roost = server("tracing.sample=1")) {
            expect(200, roost.call(RawRequest.of("GET", "/health/live")));
            String alice = roost.token(roost.register("alice"));
            String _ = roost.post(alice, "hello");
        }
        assertThat(receiver.spans()).isEmpty();
    }

    private static RawRequest asCaller(String trace) {
        return RawRequest.of("GET", "/api/roost/v1/users/me").header("traceparent", trace);
    }

    private static List<String> names(List<Received> trace) {
        return trace.stream().map(Received::name).toList();
    }

    private static Received named(List<Received> trace, String name) {
        return trace.stream()
                .filter(span -> span.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Received parent(Received child, List<Received> trace) {
        return trace.stream()
                .filter(span -> span.id().equals(child.parentId()))
                .findFirst()
                .orElseThrow();
    }
}
