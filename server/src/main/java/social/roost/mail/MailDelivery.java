package social.roost.mail;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the emails that are due. After a crash between the acceptance of an email and {@link MailStore#done}, it is sent
 * again, with the same Message-ID.
 */
public final class MailDelivery {
    private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final MailStore store;
    private final MailTransport transport;
    private final Map<MailKind, MailComposer> composers;
    private final int atOnce;
    private final InstantSource clock;

    /** @param atOnce how many emails are sent at once */
    public MailDelivery(
            MailStore store,
            MailTransport transport,
            Map<MailKind, MailComposer> composers,
            int atOnce,
            InstantSource clock) {
        this.store = store;
        this.transport = transport;
        this.composers = Map.copyOf(composers);
        this.atOnce = atOnce;
        this.clock = clock;
    }

    /** Sends some of the emails that are due; false if there were none. */
    public boolean deliver() {
        long now = clock.millis();
        List<DueMail> due = store.lease(now, now + LEASE.toMillis(), atOnce);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(mail -> threads.execute(() -> deliverSafely(mail)));
        }
        return !due.isEmpty();
    }

    private void deliverSafely(DueMail mail) {
        try {
            deliver(mail);
        } catch (RuntimeException e) {
            LOG.warn("Could not send mail {}, will retry when its lease ends", mail.id(), e);
        }
    }

    private void deliver(DueMail mail) {
        MailComposer composer = composers.get(mail.kind());
        Letter letter = isTooOld(mail) || composer == null ? null : composer.compose(mail);
        if (letter == null) {
            store.done(mail.id());
            return;
        }
        switch (transport.send(letter)) {
            case ACCEPTED -> store.done(mail.id());
            case BOUNCED, REJECTED -> {
                LOG.info("Mail {} was refused and is given up", mail.id());
                store.done(mail.id());
            }
            case DELAYED, UNKNOWN -> store.postpone(mail.id(), clock.millis() + pause(mail));
        }
    }

    private boolean isTooOld(DueMail mail) {
        return clock.millis() - mail.createdAt() > mail.kind().patience().toMillis();
    }

    /** As long as the mail has waited, so that pauses double. */
    private long pause(DueMail mail) {
        return Math.clamp(clock.millis() - mail.createdAt(), SHORTEST_PAUSE.toMillis(), LONGEST_PAUSE.toMillis());
    }
}
