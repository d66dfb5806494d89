package social.roost.event;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** An outbox in memory, whose entries are left behind as soon as the test says so. */
final class MemoryOutbox implements Outbox<Long> {
    private final NavigableMap<Long, Event> entries = new TreeMap<>();
    private boolean old;
    private int failures;

    synchronized Entry<Long> store(long key, Event event) {
        entries.put(key, event);
        return new Entry<>(key, event);
    }

    synchronized void becomeOld() {
        old = true;
    }

    synchronized void failNext(int times) {
        failures = times;
    }

    synchronized int size() {
        return entries.size();
    }

    @Override
    public synchronized List<Entry<Long>> leftBehind(int limit) {
        failIfTold();
        List<Entry<Long>> left = new ArrayList<>();
        if (old) {
            entries.forEach((key, event) -> left.add(new Entry<>(key, event)));
        }
        return List.copyOf(left.subList(0, Math.min(limit, left.size())));
    }

    @Override
    public synchronized void remove(List<Long> keys) {
        failIfTold();
        keys.forEach(entries::remove);
    }

    private void failIfTold() {
        if (failures > 0) {
            failures--;
            throw new IllegalStateException("store down");
        }
    }
}
