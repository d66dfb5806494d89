package social.roost.push;

import java.time.Duration;
import java.time.InstantSource;
import social.roost.event.Event;
import social.roost.event.StreamConsumer;

/**
 * Pushes what users have not seen themselves after ten seconds. A user who had a stream open meanwhile, at any device, is
 * sent nothing.
 *
 * <p>At most once: news are acknowledged when they wait in memory, so a crash loses those of the last seconds. If events
 * are delivered late, after an outage, what is older than {@link #NEWS} is no longer pushed.
 */
public final class PushNews implements StreamConsumer.OfNotifications, StreamConsumer.OfMessages {
    static final Duration PATIENCE = Duration.ofSeconds(10);

    /** How old news may be. */
    static final Duration NEWS = Duration.ofMinutes(10);

    private static final int AT_ONCE = 200;

    private final Waiting waiting = new Waiting();
    private final PushComposer composer;
    private final InstantSource clock;

    public PushNews(PushComposer composer, InstantSource clock) {
        this.composer = composer;
        this.clock = clock;
    }

    @Override
    public void consume(Event.OfNotifications event) {
        switch (event) {
            case Event.NotificationsChanged(long user, long id) -> {
                if (id != 0) {
                    waiting.add(new Waiting.OfNotification(user, id), clock.millis());
                }
            }
        }
    }

    @Override
    public void consume(Event.OfMessages event) {
        if (event instanceof Event.MessageSent(long conversation, long _, long _)) {
            waiting.add(new Waiting.OfConversation(conversation), clock.millis());
        }
    }

    /** The number of news that wait. */
    public int size() {
        return waiting.size();
    }

    /** Pushes some of what has waited long enough; false if there is nothing. */
    public boolean push() {
        long now = clock.millis();
        var due = waiting.since(now - PATIENCE.toMillis(), AT_ONCE);
        due.forEach(news -> {
            if (news.since() > now - NEWS.toMillis()) {
                composer.push(news, now);
            }
            waiting.remove(news);
        });
        return !due.isEmpty();
    }
}
