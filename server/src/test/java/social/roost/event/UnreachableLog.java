package social.roost.event;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import social.roost.base.UnavailableException;

/** A log to which nothing can be appended while a test says so. */
record UnreachableLog(EventLog log, AtomicBoolean down) implements EventLog {
    @Override
    public void appendTraced(List<TracedEvent> events) {
        if (down.get()) {
            throw new UnavailableException("log", null);
        }
        log.appendTraced(events);
    }

    @Override
    public Subscription subscribe(String group, EventConsumer consumer) {
        return log.subscribe(group, consumer);
    }

    @Override
    public boolean hasGroup(String group) {
        return log.hasGroup(group);
    }

    @Override
    public void addGroup(String group, Set<Event.Stream> streams) {
        log.addGroup(group, streams);
    }

    @Override
    public void keepDeadLetter(String group, LoggedEvent event, int attempts, String error) {
        log.keepDeadLetter(group, event, attempts, error);
    }

    @Override
    public Subscription follow(EventConsumer consumer) {
        return log.follow(consumer);
    }

    @Override
    public void retainGroups(Set<String> groups) {
        log.retainGroups(groups);
    }

    @Override
    public List<DeadLetter> deadLetters(String group, int limit) {
        return log.deadLetters(group, limit);
    }

    @Override
    public void settle(String group, DeadLetter letter) {
        log.settle(group, letter);
    }

    @Override
    public long lag(String group) {
        return log.lag(group);
    }

    @Override
    public long lagHere(String group) {
        return log.lagHere(group);
    }
}
