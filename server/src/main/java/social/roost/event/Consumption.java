package social.roost.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.roost.base.trace.Activity;
import social.roost.base.trace.Span;
import social.roost.base.trace.Tracer;

/**
 * Passes events to a consumer: only those of its streams, whatever the log delivers, and each as a span of the trace in
 * which it was appended, if any.
 */
final class Consumption {
    private final String group;
    private final EventConsumer consumer;
    private final Set<Event.Stream> streams;
    private final Tracer tracer;

    Consumption(Recipient recipient, Tracer tracer) {
        this.group = recipient.name();
        this.consumer = recipient.consumer();
        this.streams = consumer.streams();
        this.tracer = tracer;
    }

    /** Whether the consumer needs the event. If that is unknown, the group must handle it. */
    boolean needs(LoggedEvent logged) {
        return switch (logged.content()) {
            case TracedEvent traced -> streams.contains(traced.event().stream());
            case Decoded.Unknown unknown -> unknown.stream() != null && streams.contains(unknown.stream());
            case Decoded.Malformed _ -> true;
        };
    }

    /** @param logged of one key, all of them needed and readable */
    void of(List<LoggedEvent> logged) throws Exception {
        List<Span> steps = steps(logged);
        if (steps.isEmpty()) {
            consume(logged);
            return;
        }
        try {
            // The span of several events belongs to the trace of the first one that is traced.
            boolean _ = Activity.of(steps.getFirst()).call(() -> consume(logged));
        } catch (Throwable e) {
            steps.forEach(step -> step.failed(e.getClass().getSimpleName()));
            throw e;
        } finally {
            steps.forEach(Span::end);
        }
    }

    private boolean consume(List<LoggedEvent> logged) throws Exception {
        if (logged.size() == 1) {
            consumer.consume(logged.getFirst().readable().event());
        } else {
            consumer.consumeTogether(
                    logged.stream().map(one -> one.readable().event()).toList());
        }
        return true;
    }

    private List<Span> steps(List<LoggedEvent> logged) {
        if (!tracer.isOn()) {
            return List.of();
        }
        List<Span> steps = new ArrayList<>();
        for (LoggedEvent event : logged) {
            Span step = step(event);
            if (step != null) {
                steps.add(step);
            }
        }
        return steps;
    }

    private @Nullable Span step(LoggedEvent logged) {
        TracedEvent traced = logged.readable();
        return traced.trace() == null
                ? null
                : tracer.consumption(
                        group + " " + EventCodec.nameOf(traced.event().getClass()), traced.trace());
    }
}
