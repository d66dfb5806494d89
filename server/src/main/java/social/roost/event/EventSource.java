package social.roost.event;

import java.util.function.Function;
import social.roost.base.Scan;

/**
 * The content of a store as the events that would have announced it: where a {@link Backfill} starts.
 *
 * @param name distinguishes it from other sources; it is part of stored positions, so it must not change
 */
public record EventSource(String name, Scan<Event> scan) {

    public static <T> EventSource of(String name, Scan<T> scan, Function<T, Event> event) {
        return new EventSource(name, (after, limit) -> scan.read(after, limit).map(event));
    }
}
