package social.roost.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import social.roost.base.Rejection;
import social.roost.base.Snowflake;

/**
 * Who writes to each other. Its methods return the changed conversation.
 *
 * @param name of a group; empty for none
 * @param pictureId the medium that a group shows; null for none
 * @param creatorId who began it
 * @param members in the order in which they joined; the two of a pair never change
 * @param lastSeq the number of messages that it had when it was read
 */
public record Conversation(
        long id, Kind kind, String name, @Nullable Long pictureId, long creatorId, List<Member> members, long lastSeq) {
    public static final int MOST_MEMBERS = 50;

    /** There is one pair of any two users, and any number of groups. */
    public enum Kind {
        PAIR,
        GROUP
    }

    public Conversation {
        members = List.copyOf(members);
    }

    static Conversation pair(long id, long creatorId, long otherId, boolean otherHasAccepted) {
        return new Conversation(
                id,
                Kind.PAIR,
                "",
                null,
                creatorId,
                List.of(new Member(creatorId, false, true, 0), new Member(otherId, false, otherHasAccepted, 0)),
                0);
    }

    /** A group of its creator, who invites these users. */
    static Conversation group(long id, long creatorId, String name, List<Long> invited) {
        List<Member> members = new ArrayList<>();
        members.add(new Member(creatorId, true, true, 0));
        invited.forEach(user -> members.add(new Member(user, false, false, 0)));
        return new Conversation(id, Kind.GROUP, name, null, creatorId, members, 0);
    }

    public boolean isPair() {
        return kind == Kind.PAIR;
    }

    /** When it began, in milliseconds since 1970. */
    public long createdAt() {
        return Snowflake.millis(id);
    }

    public Optional<Member> member(long userId) {
        return members.stream().filter(each -> each.userId() == userId).findFirst();
    }

    /**
     * Finds a member.
     *
     * @throws Rejection NOT_FOUND if the user is none
     */
    public Member require(long userId) {
        return member(userId).orElseThrow(Conversation::missing);
    }

    static Rejection missing() {
        return Rejection.notFound("conversation");
    }

    /** The other user of a pair. */
    public long other(long userId) {
        return LongStream.of(memberIds()).filter(id -> id != userId).findFirst().orElseThrow();
    }

    public long[] memberIds() {
        return members.stream().mapToLong(Member::userId).toArray();
    }

    Conversation accepted(long userId) {
        return with(members.stream()
                .map(each -> each.userId() == userId ? each.accepted() : each)
                .toList());
    }

    /** With an invited member, who reads what is written from now on. */
    Conversation invited(long userId) {
        List<Member> more = new ArrayList<>(members);
        more.add(new Member(userId, false, false, lastSeq));
        return with(more);
    }

    Conversation withAdmin(long userId, boolean admin) {
        return with(members.stream()
                .map(each -> each.userId() == userId ? each.admin(admin) : each)
                .toList());
    }

    /** Without a member. If no admin remains, the first member who has accepted becomes one. */
    Conversation without(long userId) {
        List<Member> left =
                members.stream().filter(each -> each.userId() != userId).toList();
        return with(left).withAnAdmin();
    }

    /** With an admin, if there is a member who can be one. */
    Conversation withAnAdmin() {
        if (members.stream().anyMatch(member -> member.isAdmin() && member.hasAccepted())) {
            return this;
        }
        return members.stream()
                .filter(Member::hasAccepted)
                .findFirst()
                .map(first -> withAdmin(first.userId(), true))
                .orElse(this);
    }

    Conversation named(String newName) {
        return new Conversation(id, kind, newName, pictureId, creatorId, members, lastSeq);
    }

    Conversation withPicture(@Nullable Long mediumId) {
        return new Conversation(id, kind, name, mediumId, creatorId, members, lastSeq);
    }

    private Conversation with(List<Member> others) {
        return new Conversation(id, kind, name, pictureId, creatorId, others, lastSeq);
    }

    /** Without the name, which is private. */
    @Override
    public String toString() {
        return "conversation " + id;
    }
}
