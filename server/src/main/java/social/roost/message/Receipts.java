package social.roost.message;

import java.util.stream.LongStream;

/** Who is told what about whom on streams. */
public final class Receipts {
    private final ContactRules rules;

    Receipts(ContactRules rules) {
        this.rules = rules;
    }

    /** Whether a member sees how far another has read. */
    public boolean areShown(Conversation conversation, long userId, long otherId) {
        return LongStream.of(rules.showingReceipts(conversation, userId)).anyMatch(id -> id == otherId);
    }

    /** Whether a member receives what another sends at once: has accepted, and does not hide the sender. */
    public boolean arrives(Conversation conversation, Member member, long senderId) {
        return member.hasAccepted() && !rules.hides(conversation, member.userId(), senderId);
    }
}
