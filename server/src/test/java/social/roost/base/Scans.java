package social.roost.base;

import java.util.ArrayList;
import java.util.List;

/** Reads whole scans. */
public final class Scans {
    private Scans() {}

    /** All items, in parts of at most this many. */
    public static <T> List<T> all(Scan<T> scan, int limit) {
        List<T> items = new ArrayList<>();
        String next = Scan.START;
        while (next != null) {
            Scan.Part<T> part = scan.read(next, limit);
            items.addAll(part.items());
            next = part.next();
        }
        return items;
    }
}
