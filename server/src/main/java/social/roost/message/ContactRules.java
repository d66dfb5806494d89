package social.roost.message;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;
import social.roost.base.Snowflake;
import social.roost.graph.Blocks;
import social.roost.graph.Graph;
import social.roost.graph.Hidden;
import social.roost.user.Users;

/**
 * Who may write to whom, and what of each other members see.
 *
 * <p>Whatever the reason, a sender learns only that the user does not accept their messages.
 */
final class ContactRules {
    static final int REQUESTS_A_DAY = 20;
    private static final Duration DAY = Duration.ofDays(1);

    private final Users users;
    private final Blocks blocks;
    private final Graph graph;
    private final ContactStore contacts;
    private final Snowflake ids;
    private final InstantSource clock;

    ContactRules(Users users, Blocks blocks, Graph graph, ContactStore contacts, Snowflake ids, InstantSource clock) {
        this.users = users;
        this.blocks = blocks;
        this.graph = graph;
        this.contacts = contacts;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Whether the messages of a user arrive at another without a request.
     *
     * @throws Rejection FORBIDDEN if they do not arrive at all
     */
    boolean requireContact(long userId, long otherId, @Nullable String field) {
        MessagePreferences.From from = contacts.preferences(otherId).from();
        if (!mayWrite(userId, otherId) || from == MessagePreferences.From.NOBODY) {
            throw notAccepted(field);
        }
        return from == MessagePreferences.From.EVERYONE || graph.follows(otherId, userId);
    }

    /**
     * Rejects a message to a user, unless that user has accepted the conversation.
     *
     * @throws Rejection FORBIDDEN if it does not arrive
     */
    void requireMessage(long userId, Member other) {
        boolean isOpen =
                other.hasAccepted() || contacts.preferences(other.userId()).from() != MessagePreferences.From.NOBODY;
        if (!isOpen || !mayWrite(userId, other.userId())) {
            throw notAccepted(null);
        }
    }

    /** Whether neither blocks the other, and the other exists and is not suspended. */
    boolean mayWrite(long userId, long otherId) {
        Hidden hidden = blocks.hiddenFrom(userId);
        return !hidden.blocks(otherId)
                && !hidden.isBlockedBy(otherId)
                && !hidden.isSuspended(otherId)
                && users.find(otherId).isPresent();
    }

    private static Rejection notAccepted(@Nullable String field) {
        return new Rejection(
                Kind.FORBIDDEN, "messages_not_accepted", "This user does not accept messages from you.", field);
    }

    /**
     * Counts requests and invitations that a user sends to strangers, each time anew.
     *
     * @throws Rejection TOO_MANY if there are too many within a day
     */
    void countRequests(long userId, int count) {
        if (count == 0) {
            return;
        }
        long now = clock.millis();
        requireAtMost(userId, now, REQUESTS_A_DAY - count);
        for (int i = 0; i < count; i++) {
            contacts.addRequest(userId, ids.next(), now);
        }
        // Again, because other requests may have passed the first check at the same time.
        requireAtMost(userId, now, REQUESTS_A_DAY);
    }

    private void requireAtMost(long userId, long now, int most) {
        if (contacts.requests(userId, now - DAY.toMillis()) > most) {
            throw Rejection.tooMany(
                    "too_many_strangers",
                    "You can send " + REQUESTS_A_DAY + " requests to strangers within a day",
                    DAY.toSeconds() / REQUESTS_A_DAY);
        }
    }

    /** Whether a member does not see what another writes to a group. */
    boolean hides(Conversation conversation, long readerId, long senderId) {
        if (conversation.isPair() || readerId == senderId) {
            return false;
        }
        Hidden hidden = blocks.hiddenFrom(readerId);
        return hidden.blocks(senderId) || hidden.isSuspended(senderId);
    }

    /** The members of whom a member sees how far they have read. */
    long[] showingReceipts(Conversation conversation, long userId) {
        long[] others = conversation.members().stream()
                .filter(each -> each.userId() != userId && each.hasAccepted())
                .mapToLong(Member::userId)
                .toArray();
        if (others.length == 0 || !conversation.require(userId).hasAccepted()) {
            return new long[0];
        }
        Map<Long, MessagePreferences> preferences = contacts.preferences(others);
        if (!contacts.preferences(userId).readReceipts()) {
            return new long[0];
        }
        return LongStream.of(others)
                .filter(other -> preferences
                        .getOrDefault(other, MessagePreferences.DEFAULT)
                        .readReceipts())
                .filter(other -> !blocks.eitherBlocks(userId, other))
                .toArray();
    }
}
