package social.roost.driver.otel;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import social.roost.base.Version;
import social.roost.base.trace.Span;
import social.roost.base.trace.Tracer;

/**
 * Records spans with OpenTelemetry and sends them by OTLP in the background: if the receiver is slow or unavailable,
 * spans are dropped and nothing waits.
 *
 * <p>Sampling is decided here, before anything is created, so requests that are not recorded cost a random number.
 */
public final class OtelTracer implements Tracer {
    private static final Duration DEADLINE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** For headers with a single value. */
    private static final TextMapGetter<String> ONLY_HEADER = (header, key) -> key.equals(HEADER) ? header : null;

    private final double share;
    private final SdkTracerProvider provider;
    private final io.opentelemetry.api.trace.Tracer tracer;

    /**
     * @param service the name of this process
     * @param tenant the name of the deployment
     */
    public OtelTracer(TracingSettings settings, String service, String tenant) {
        share = settings.sample();
        OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(settings.address())
                .setTimeout(DEADLINE)
                .setConnectTimeout(DEADLINE)
                .build();
        provider = SdkTracerProvider.builder()
                .setResource(resource(service, tenant))
                .setSampler(Sampler.alwaysOn())
                .addSpanProcessor(BatchSpanProcessor.builder(exporter)
                        .setScheduleDelay(PAUSE)
                        .build())
                .build();
        tracer = provider.get("social.roost");
    }

    private static Resource resource(String service, String tenant) {
        return Resource.getDefault()
                .merge(Resource.create(Attributes.of(
                        AttributeKey.stringKey("service.name"), service,
                        AttributeKey.stringKey("service.version"), Version.current(),
                        AttributeKey.stringKey("deployment.environment.name"), tenant)));
    }

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    public @Nullable Span request(String name, @Nullable String caller) {
        SpanContext parent = caller == null ? SpanContext.getInvalid() : parse(caller);
        boolean recorded = parent.isValid()
                ? parent.isSampled()
                : ThreadLocalRandom.current().nextDouble() < share;
        return recorded ? begin(name, parent, SpanKind.SERVER) : null;
    }

    @Override
    public @Nullable Span consumption(String name, String producer) {
        SpanContext parent = parse(producer);
        return parent.isSampled() ? begin(name, parent, SpanKind.CONSUMER) : null;
    }

    private Span begin(String name, SpanContext parent, SpanKind kind) {
        SpanBuilder builder = tracer.spanBuilder(name).setSpanKind(kind);
        if (parent.isValid()) {
            builder.setParent(Context.root().with(io.opentelemetry.api.trace.Span.wrap(parent)));
        } else {
            builder.setNoParent();
        }
        return new OtelSpan(tracer, builder.startSpan());
    }

    /** Invalid if the text is not a trace context. */
    private static SpanContext parse(String text) {
        Context found = W3CTraceContextPropagator.getInstance().extract(Context.root(), text, ONLY_HEADER);
        return io.opentelemetry.api.trace.Span.fromContext(found).getSpanContext();
    }

    @Override
    public void close() {
        var _ = provider.shutdown().join(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
