package social.roost.driver.otel;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** The receiver of spans: a real server that speaks OTLP over HTTP. */
public final class TraceReceiver implements AutoCloseable {
    private final List<Received> spans = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    public TraceReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", this::receive);
        server.start();
    }

    /** For {@code tracing.endpoint}. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** All spans so far, in the order of their start. */
    public List<Received> spans() {
        return spans.stream()
                .sorted(Comparator.comparingLong(Received::beginNanos))
                .toList();
    }

    /** The spans of the trace that contains the first span of this name. */
    public List<Received> traceOf(String name) {
        List<Received> all = spans();
        return all.stream()
                .filter(span -> span.name().equals(name))
                .findFirst()
                .map(first -> all.stream()
                        .filter(span -> span.traceId().equals(first.traceId()))
                        .toList())
                .orElse(List.of());
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("content-encoding"));
            InputStream body = zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
            ExportTraceServiceRequest.parseFrom(body).getResourceSpansList().forEach(this::add);
            byte[] answer = ExportTraceServiceResponse.getDefaultInstance().toByteArray();
            exchange.getResponseHeaders().add("content-type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private void add(ResourceSpans resource) {
        String service = attributes(resource.getResource().getAttributesList()).getOrDefault("service.name", "");
        resource.getScopeSpansList()
                .forEach(scope -> scope.getSpansList()
                        .forEach(span -> spans.add(new Received(
                                service,
                                span.getName(),
                                hex(span.getTraceId()),
                                hex(span.getSpanId()),
                                hex(span.getParentSpanId()),
                                span.getStartTimeUnixNano(),
                                span.getEndTimeUnixNano(),
                                span.getStatus().getCode() == StatusCode.STATUS_CODE_ERROR,
                                attributes(span.getAttributesList())))));
    }

    private static Map<String, String> attributes(List<KeyValue> attributes) {
        return attributes.stream()
                .collect(Collectors.toMap(
                        KeyValue::getKey, attribute -> attribute.getValue().getStringValue()));
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** A received span. */
    public record Received(
            String service,
            String name,
            String traceId,
            String id,
            String parentId,
            long beginNanos,
            long endNanos,
            boolean failed,
            Map<String, String> attributes) {

        /** Whether it is a child of that span, directly or indirectly. */
        public boolean isBelow(Received other, List<Received> trace) {
            return parentId.equals(other.id)
                    || trace.stream().anyMatch(span -> span.id.equals(parentId) && span.isBelow(other, trace));
        }
    }
}
