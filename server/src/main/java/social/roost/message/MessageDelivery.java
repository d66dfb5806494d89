package social.roost.message;

import social.roost.event.Event;
import social.roost.event.StreamConsumer;

/**
 * The consumer group {@code messages}: makes sure that every stored message is in the inbox of each member, also if the
 * process that stored it crashed just then. Idempotent.
 */
public final class MessageDelivery implements StreamConsumer.OfMessages {
    private final ConversationStore conversations;
    private final MessageStore messages;

    public MessageDelivery(ConversationStore conversations, MessageStore messages) {
        this.conversations = conversations;
        this.messages = messages;
    }

    @Override
    public void consume(Event.OfMessages event) {
        if (event instanceof Event.MessageSent(long id, long _, long seq)) {
            Conversation conversation = conversations.find(new long[] {id}).get(id);
            if (conversation != null) {
                messages.deliver(id, seq, conversation.memberIds());
            }
        }
    }
}
