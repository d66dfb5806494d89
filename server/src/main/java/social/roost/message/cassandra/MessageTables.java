package social.roost.message.cassandra;

import java.util.List;
import social.roost.driver.cassandra.SchemaPart;

/**
 * The tables. Their events are in the {@code outbox} of the keyspace.
 *
 * <ul>
 * <li>{@code conversation}: a conversation with its members as text, see {@link MembersCodec}, written on the condition
 *     of its {@code revision}. {@code last_seq}, {@code last_at} and {@code delivered} are about its newest message and
 *     have its sequence number as their timestamp, so that the greatest one wins, in whatever order they are written.
 *     {@code delivered} is the revision whose members have that message in their inboxes.
 * <li>{@code conversation_pair}: the pair of two users; whoever comes first sets it.
 * <li>{@code inbox}: a user's conversations. {@code joined} is the revision with which the user became a member: each
 *     membership has its row, and the row of one that has ended is deleted for good. The timestamps of {@code accepted}
 *     are revisions, those of the other columns sequence numbers, except {@code muted}, which is written conditionally.
 * <li>{@code message}: the messages by {@link Bucket}. A message is inserted on the condition that there is none.
 * <li>{@code message_key}: what a sender's key stands for, see {@link KeyClaims}.
 * <li>{@code message_by_id}: the keys of messages with media. Written before the message, so it may not exist.
 * <li>{@code message_hidden}: messages that a user deleted for themselves.
 * <li>{@code message_reaction}: a user's reactions to a message, separated by line breaks. Written conditionally.
 * <li>{@code message_preference}: how users want to be written to. Written conditionally.
 * <li>{@code stranger_contact}: to which strangers a user wrote; kept for a day.
 * </ul>
 */
public final class MessageTables {
    public static final SchemaPart PART =
            new SchemaPart("message", List.of("""
            CREATE TABLE IF NOT EXISTS conversation (id bigint PRIMARY KEY, kind text, name text, picture_id bigint,
                creator_id bigint, members text, ended text, revision bigint, last_seq bigint, last_at bigint,
                delivered bigint)""", """
            CREATE TABLE IF NOT EXISTS conversation_pair (low_id bigint, high_id bigint, conversation_id bigint,
                PRIMARY KEY ((low_id, high_id)))""", """
            CREATE TABLE IF NOT EXISTS inbox (user_id bigint, conversation_id bigint, joined bigint, joined_seq bigint,
                accepted boolean, last_seq bigint, last_at bigint, read_seq bigint, cleared_seq bigint, muted boolean,
                PRIMARY KEY (user_id, conversation_id, joined))""", """
            CREATE TABLE IF NOT EXISTS message (conversation_id bigint, bucket bigint, seq bigint, id bigint,
                sender_id bigint, client_key text, sent_at bigint, deleted boolean, had_media boolean,
                reply_to_seq bigint, tweet_id bigint, media_ids text, entities text, content text,
                PRIMARY KEY ((conversation_id, bucket), seq))""", """
            CREATE TABLE IF NOT EXISTS message_key (conversation_id bigint, sender_id bigint, client_key text,
                from_seq bigint, seq bigint, PRIMARY KEY ((conversation_id, sender_id, client_key)))""", """
            CREATE TABLE IF NOT EXISTS message_by_id (id bigint PRIMARY KEY, conversation_id bigint, sender_id bigint,
                client_key text)""", """
            CREATE TABLE IF NOT EXISTS message_hidden (user_id bigint, conversation_id bigint, seq bigint,
                PRIMARY KEY ((user_id, conversation_id), seq))""", """
            CREATE TABLE IF NOT EXISTS message_reaction (conversation_id bigint, bucket bigint, seq bigint,
                user_id bigint, emoji text, PRIMARY KEY ((conversation_id, bucket), seq, user_id))""", """
            CREATE TABLE IF NOT EXISTS message_preference (user_id bigint PRIMARY KEY, sender text,
                read_receipts boolean)""", """
            CREATE TABLE IF NOT EXISTS stranger_contact (user_id bigint, other_id bigint, at bigint,
                PRIMARY KEY (user_id, other_id))"""));

    private MessageTables() {}
}
