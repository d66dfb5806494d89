package social.roost.message;

import java.util.List;
import java.util.function.Consumer;

/**
 * Tells all processes that a user is typing. Nothing is stored: what cannot be told at once is lost, and nobody is told
 * twice.
 */
public interface TypingSignals {

    /** Tells the listeners of all processes, of this one too. Never fails. */
    void publish(Typing typing);

    /** Adds a listener, which must be fast and must not throw. */
    void listen(Consumer<Typing> listener);

    /**
     * A user is typing.
     *
     * @param recipientIds whom it concerns
     */
    record Typing(long conversationId, long userId, List<Long> recipientIds) {
        public Typing {
            recipientIds = List.copyOf(recipientIds);
        }
    }
}
