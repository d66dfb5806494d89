package social.roost.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.roost.base.trace.Activity;
import social.roost.base.trace.Span;
import social.roost.base.trace.Tracer;

/** Lets a group's consumer have events, each as a step of the trace that it was appended in, if it was in one. */
final class Consumption {
    private final String group;
    private final EventConsumer consumer;
    private final Set<Event.Stream> streams;
    private final Tracer tracer;

    Consumption(String group, EventConsumer consumer, Tracer tracer) {
        this.group = group;
        this.consumer = consumer;
        this.streams = consumer.streams();
        this.tracer = tracer;
    }

    /** @param logged of one key, all of them readable */
    void of(List<LoggedEvent> logged) throws Exception {
        List<Span> steps = steps(logged);
        if (steps.isEmpty()) {
            consume(logged);
            return;
        }
        try {
            // What is done for several at once belongs to the first of them that is traced.
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
            consumer.consume(logged.getFirst().readable());
        } else {
            consumer.consumeTogether(logged.stream().map(LoggedEvent::readable).toList());
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
        Event event = logged.readable();
        if (logged.trace() == null || !streams.contains(event.stream())) {
            return null;
        }
        return tracer.consumption(group + " " + EventCodec.nameOf(event.getClass()), logged.trace());
    }
}
