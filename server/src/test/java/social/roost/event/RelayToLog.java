package social.roost.event;

import java.util.List;

/** Brings each event to a log at once. */
public record RelayToLog(EventLog log) implements Relay {
    @Override
    public <K> void committed(Outbox<K> outbox, Outbox.Entry<K> entry) {
        log.append(List.of(entry.event()));
        outbox.remove(List.of(entry.key()));
    }
}
