package social.roost.event;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.base.Scan;
import social.roost.event.BackfillStore.Progress;

/** Reads sources one after another. A position is the name of a source and a position in it: {@code tweets:12345}. */
final class SourceReader {
    private final List<EventSource> sources;
    private final int limit;

    SourceReader(List<EventSource> sources, int limit) {
        this.sources = List.copyOf(sources);
        this.limit = limit;
    }

    /** Reads what follows a position, which is empty at the beginning. */
    Part read(String position) {
        int colon = position.indexOf(':');
        int source = colon < 0 ? 0 : indexOf(position.substring(0, colon));
        Scan.Part<Event> part = sources.get(source).scan().read(position.substring(colon + 1), limit);
        return new Part(part.items(), next(source, part.next()));
    }

    private int indexOf(String name) {
        for (int i = 0; i < sources.size(); i++) {
            if (sources.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalStateException("There is no source " + name);
    }

    private @Nullable String next(int source, @Nullable String inSource) {
        if (inSource != null) {
            return sources.get(source).name() + ":" + inSource;
        }
        return source + 1 < sources.size() ? sources.get(source + 1).name() + ":" + Scan.START : null;
    }

    /**
     * Some of the events.
     *
     * @param next the position after them; null at the end of the last source
     */
    record Part(List<Event> events, @Nullable String next) {
        Progress after(Progress before) {
            long consumed = before.events() + events.size();
            return next == null ? new Progress(before.position(), consumed, true) : new Progress(next, consumed, false);
        }
    }
}
