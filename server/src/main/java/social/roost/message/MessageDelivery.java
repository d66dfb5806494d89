package social.roost.message;

import social.roost.event.Event;
import social.roost.event.StreamConsumer;

/**
 * The consumer group {@code messages}: makes sure that every stored message is in the inbox of each member, also if the
 * process that stored it crashed just then. Idempotent.
 */
public record MessageDelivery(MessageStore messages) implements StreamConsumer.OfMessages {

    @Override
    public void consume(Event.OfMessages event) {
        if (event instanceof Event.MessageSent(long conversation, long _, long seq)) {
            messages.deliver(conversation, seq);
        }
    }
}
