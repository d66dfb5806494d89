package social.roost.driver.otel;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import social.roost.base.trace.Span;

/** A span recorded by OpenTelemetry. */
final class OtelSpan implements Span {
    private final Tracer tracer;
    private final io.opentelemetry.api.trace.Span span;

    OtelSpan(Tracer tracer, io.opentelemetry.api.trace.Span span) {
        this.tracer = tracer;
        this.span = span;
    }

    @Override
    public Span child(String name, Kind kind) {
        return new OtelSpan(
                tracer,
                tracer.spanBuilder(name)
                        .setParent(Context.root().with(span))
                        .setSpanKind(kindOf(kind))
                        .startSpan());
    }

    @Override
    public Span set(String key, String value) {
        span.setAttribute(key, value);
        return this;
    }

    @Override
    public Span failed(String why) {
        span.setStatus(StatusCode.ERROR, why);
        return this;
    }

    @Override
    public void end() {
        span.end();
    }

    @Override
    public String traceId() {
        return span.getSpanContext().getTraceId();
    }

    @Override
    public String context() {
        SpanContext context = span.getSpanContext();
        return "00-" + context.getTraceId() + "-" + context.getSpanId() + "-"
                + context.getTraceFlags().asHex();
    }

    private static SpanKind kindOf(Kind kind) {
        return switch (kind) {
            case CALL -> SpanKind.CLIENT;
            case EVENT -> SpanKind.PRODUCER;
            case STEP -> SpanKind.INTERNAL;
        };
    }
}
