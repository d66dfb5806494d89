package social.roost.message.cassandra;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import social.roost.driver.cassandra.Attempts;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.event.Event;
import social.roost.event.Outbox.Entry;
import social.roost.event.cassandra.OutboxKey;
import social.roost.message.Message;
import social.roost.message.Reaction;
import social.roost.message.cassandra.ReactionRows.Given;

/**
 * Changes what users reacted to messages. A deleted message has no reactions: whoever reacts looks at the message
 * afterwards, and whoever deletes it removes the reactions afterwards, so one of both sees the other.
 */
final class Reactions {
    private final CassandraCluster cassandra;
    private final ReactionRows rows;
    private final MessageRows messages;
    private final MessageEvents events;

    Reactions(CassandraCluster cassandra, ReactionRows rows, MessageRows messages, MessageEvents events) {
        this.cassandra = cassandra;
        this.rows = rows;
        this.messages = messages;
        this.events = events;
    }

    /** False if the user has as many as this already. */
    boolean add(long conversationId, Reaction reaction, int most) {
        return Attempts.make(cassandra, () -> {
            Given given = rows.find(conversationId, reaction.seq(), reaction.userId());
            SortedSet<String> emoji = given.emoji();
            if (emoji.contains(reaction.emoji())) {
                return true;
            }
            if (emoji.size() >= most) {
                return false;
            }
            emoji.add(reaction.emoji());
            return change(given, emoji) ? true : null;
        });
    }

    void remove(long conversationId, Reaction reaction) {
        var _ = Attempts.make(cassandra, () -> {
            Given given = rows.find(conversationId, reaction.seq(), reaction.userId());
            SortedSet<String> emoji = given.emoji();
            return (!emoji.remove(reaction.emoji()) || change(given, emoji)) ? true : null;
        });
    }

    private boolean change(Given given, SortedSet<String> emoji) {
        Entry<OutboxKey> entry =
                events.begin(new Event.MessageChanged(given.conversationId(), given.userId(), given.seq()));
        if (!rows.change(given, emoji)) {
            events.cancel(entry);
            return false;
        }
        @Nullable Message message = messages.find(given.conversationId(), given.seq());
        if (message == null || message.isDeleted()) {
            removeAll(given.conversationId(), given.seq());
            events.cancel(entry);
        } else {
            events.happened(entry);
        }
        return true;
    }

    /** Removes all reactions to a deleted message. */
    void removeAll(long conversationId, long seq) {
        Set<Long> users = rows.between(conversationId, seq, seq).stream()
                .map(Reaction::userId)
                .collect(Collectors.toSet());
        for (long user : users) {
            var _ = Attempts.make(
                    cassandra, () -> rows.change(rows.find(conversationId, seq, user), new TreeSet<>()) ? true : null);
        }
    }

    /** Completes a change that is under way, or prevents it. */
    void settle(long conversationId, long seq, long userId) {
        var _ = rows.find(conversationId, seq, userId);
    }
}
