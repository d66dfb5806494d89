package social.roost.event;

import java.util.function.Function;
import social.roost.base.Scan;

/**
 * What a store holds, as the events that would have announced it: where a {@link Backfill} begins.
 *
 * @param name tells it from other sources; it is part of stored positions, so it must not change
 */
public record EventSource(String name, Scan<Event> scan) {

    public static <T> EventSource of(String name, Scan<T> scan, Function<T, Event> event) {
        return new EventSource(name, (after, limit) -> scan.read(after, limit).map(event));
    }
}
