package social.roost.message.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.driver.cassandra.Turns;
import social.roost.event.Event;
import social.roost.event.Outbox.Entry;
import social.roost.event.cassandra.OutboxKey;
import social.roost.message.Message;
import social.roost.message.MessageStore.Appended;
import social.roost.message.cassandra.ConversationRows.Current;
import social.roost.message.cassandra.KeyClaims.Claim;
import social.roost.message.cassandra.KeyClaims.Sent;

/**
 * Stores messages at the end of their conversations.
 *
 * <p><b>No gaps.</b> A message is inserted on the condition that there is none at its place, and the next place is tried
 * only after a message was seen at this one. A message is never removed. So if there is a message at a place, there is
 * one at each place before it. {@code last_seq} of the conversation may be too low, after a crash, but never too high;
 * then some more places are tried.
 *
 * <p><b>A key is stored once</b>, even if it is sent again while the first attempt is still under way, or after the
 * first attempt crashed or ended with an unknown outcome. First the key is claimed, conditionally. The claim contains a
 * place {@code from} at which there was a message before the claim, so the message of the key cannot be at it or before
 * it. Every attempt of the key, whichever process makes it, tries the places from {@code from + 1} on, one after the
 * other, and stops at the first where it stores its message or finds one with the key. Suppose that two attempts stored
 * a message, one at {@code a} and the other at a greater {@code b}. The attempt that stored at {@code b} had seen a
 * message with another key at {@code a}. But the message at a place never gets another key: a contradiction. An insert
 * that timed out takes effect before a later one at the same place looks at it, or never.
 *
 * <p><b>Times never go back</b>, because the message above is known, with its time, before a place is tried.
 *
 * <p><b>Inboxes</b> are written after the message, for the members of the conversation. A member may be added
 * meanwhile: either the second look at the conversation finds that member, or that change finds the new end of the
 * conversation. If the process dies before the inboxes are written, the consumer of the event delivers the message.
 */
final class Appends {
    private static final int AT_ONCE = 100;

    private final CassandraCluster cassandra;
    private final ConversationRows conversations;
    private final InboxRows inboxes;
    private final MessageRows rows;
    private final KeyClaims claims;
    private final MessageEvents events;
    private final Turns turns = new Turns();

    Appends(
            CassandraCluster cassandra,
            ConversationRows conversations,
            InboxRows inboxes,
            MessageRows rows,
            KeyClaims claims,
            MessageEvents events) {
        this.cassandra = cassandra;
        this.conversations = conversations;
        this.inboxes = inboxes;
        this.rows = rows;
        this.claims = claims;
        this.events = events;
    }

    /** Stores the message, or returns the one with its key. */
    Appended append(Message message) {
        return turns.take(message.conversationId(), () -> {
            Current conversation = require(message.conversationId());
            claims.announce(message);
            Claim claim = claims.claim(message, conversation.lastSeq());
            if (claim.seq() != null) {
                return new Appended(Objects.requireNonNull(rows.find(message.conversationId(), claim.seq())), false);
            }
            return append(message, conversation, claim);
        });
    }

    private Appended append(Message message, Current conversation, Claim claim) {
        Sent sent = new Sent(message.conversationId(), message.senderId(), message.clientKey());
        Scanned scanned = scan(sent, claim.fromSeq(), conversation);
        if (scanned.found() != null) {
            finish(scanned.found(), conversation);
            return new Appended(scanned.found(), false);
        }
        long lastAt = scanned.lastAt();
        for (long seq = scanned.lastSeq() + 1; ; seq++) {
            Message placed = message.at(seq, Math.max(message.sentAt(), lastAt));
            Entry<OutboxKey> entry =
                    events.begin(new Event.MessageSent(placed.conversationId(), placed.senderId(), seq));
            Message there = rows.insert(placed);
            if (there.id() == placed.id()) {
                finish(there, conversation);
                events.happened(entry);
                return new Appended(there, true);
            }
            events.cancel(entry);
            if (isOf(there, sent)) {
                finish(there, conversation);
                return new Appended(there, false);
            }
            lastAt = there.sentAt();
        }
    }

    /** The message with this key; null if there is none yet. */
    @Nullable
    Message find(Sent sent) {
        Claim claim = claims.find(sent);
        if (claim == null) {
            return null;
        }
        return claim.seq() != null
                ? rows.find(sent.conversationId(), claim.seq())
                : scan(sent, claim.fromSeq(), require(sent.conversationId())).found();
    }

    /** Looks for the message with this key from a place on, up to the first place without a message. */
    private Scanned scan(Sent sent, long from, Current conversation) {
        long last = from;
        long lastAt = from == conversation.lastSeq() ? conversation.lastAt() : sentAt(sent.conversationId(), from);
        while (last < conversation.lastSeq()) {
            List<Message> next = rows.from(sent.conversationId(), last + 1, AT_ONCE);
            for (Message message : next) {
                if (isOf(message, sent)) {
                    return new Scanned(message, message.seq(), message.sentAt());
                }
                last = message.seq();
                lastAt = message.sentAt();
            }
            if (next.isEmpty()) {
                break;
            }
        }
        return new Scanned(null, last, lastAt);
    }

    private long sentAt(long conversationId, long seq) {
        return seq == 0
                ? 0
                : Objects.requireNonNull(rows.find(conversationId, seq)).sentAt();
    }

    private static boolean isOf(Message message, Sent sent) {
        return message.senderId() == sent.senderId() && message.clientKey().equals(sent.clientKey());
    }

    /** Delivers a message whose delivery may have been interrupted. */
    void deliver(Message stored) {
        Current conversation = conversations.find(stored.conversationId());
        if (conversation != null && !isDelivered(stored, conversation)) {
            finish(stored, conversation);
        }
    }

    private static boolean isDelivered(Message stored, Current conversation) {
        return conversation.lastSeq() > stored.seq()
                || (conversation.lastSeq() == stored.seq()
                        && conversation.delivered() == conversation.stored().revision());
    }

    private void finish(Message stored, Current conversation) {
        deliver(stored, conversation);
        Current now = require(stored.conversationId());
        if (now.stored().revision() != conversation.stored().revision()) {
            deliver(stored, now);
        }
    }

    private void deliver(Message stored, Current conversation) {
        List<BoundStatement> statements =
                new ArrayList<>(inboxes.deliver(conversation.stored(), stored.seq(), stored.sentAt())
                        .toList());
        statements.add(claims.found(stored));
        cassandra.forEach(statements.size(), statements::get, (_, _) -> {});
        conversations.moveEnd(stored, conversation.stored().revision());
    }

    private Current require(long conversationId) {
        Current conversation = conversations.find(conversationId);
        if (conversation == null) {
            throw new IllegalArgumentException("There is no conversation " + conversationId);
        }
        return conversation;
    }

    /** What a scan found, and where it stopped. */
    private record Scanned(@Nullable Message found, long lastSeq, long lastAt) {}
}
