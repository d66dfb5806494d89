package social.roost.message.cassandra;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import social.roost.message.Conversation;
import social.roost.message.Member;

/**
 * A conversation as it is stored.
 *
 * @param memberships of its members, in the same order
 * @param ended by the last change
 * @param revision rises with each change
 */
record Stored(Conversation conversation, List<Membership> memberships, List<Membership.Ended> ended, long revision) {
    /** So that two concurrent changes never make the same revision. */
    private static final long LARGEST_STEP = 1L << 31;

    static Stored fresh(Conversation conversation) {
        return of(conversation, List.of(), 0, conversation.createdAt());
    }

    long id() {
        return conversation.id();
    }

    /** What a change makes of it. */
    Stored changed(Conversation changed, long now) {
        return of(changed, memberships, revision, now);
    }

    private static Stored of(Conversation conversation, List<Membership> before, long revisionBefore, long now) {
        long revision = revisionBefore + ThreadLocalRandom.current().nextLong(1, LARGEST_STEP);
        List<Membership> memberships = new ArrayList<>();
        for (Member member : conversation.members()) {
            memberships.add(before.stream()
                    .filter(each -> each.userId() == member.userId())
                    .findFirst()
                    .map(each -> new Membership(member, each.joined(), each.joinedAt()))
                    .orElseGet(() -> new Membership(member, revision, now)));
        }
        List<Membership.Ended> ended = before.stream()
                .filter(each -> conversation.member(each.userId()).isEmpty())
                .map(Membership::ended)
                .toList();
        return new Stored(conversation, List.copyOf(memberships), ended, revision);
    }

    /** The memberships that began with this revision. */
    List<Membership> begun() {
        return memberships.stream().filter(each -> each.joined() == revision).toList();
    }

    /** Whether the member's list contains the conversation only once there is a message. */
    boolean waits(Membership membership) {
        return conversation.isPair() && membership.userId() != conversation.creatorId();
    }
}
