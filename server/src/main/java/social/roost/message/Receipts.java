package social.roost.message;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Who is told what about whom on streams. */
public final class Receipts {
    private final ContactRules rules;

    Receipts(ContactRules rules) {
        this.rules = rules;
    }

    /** The members who see how far a member has read. That is mutual: the member sees how far they have. */
    public Set<Long> mutual(Conversation conversation, long userId) {
        return LongStream.of(rules.showingReceipts(conversation, userId))
                .boxed()
                .collect(Collectors.toSet());
    }

    /** Whether a member receives what another sends at once: has accepted, and does not hide the sender. */
    public boolean arrives(Conversation conversation, Member member, long senderId) {
        return member.hasAccepted() && !rules.hides(conversation, member.userId(), senderId);
    }
}
