package social.roost.message;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;
import social.roost.base.Snowflake;
import social.roost.base.VisibleText;

/** Begins conversations, and changes who takes part in them and how. Every method checks that the user is a member. */
public final class Conversations {
    static final int LONGEST_NAME = 100;
    private static final String MEMBERS = "member_ids";

    private static final int MOST_MARKED = 1_000;

    private final ConversationStore store;
    private final ContactRules rules;
    private final MessageMedia media;
    private final Snowflake ids;

    Conversations(ConversationStore store, ContactRules rules, MessageMedia media, Snowflake ids) {
        this.store = store;
        this.rules = rules;
        this.media = media;
        this.ids = ids;
    }

    /**
     * Opens the conversation with one other user, or creates a group.
     *
     * @param otherIds the other members
     * @param name null or empty for a group without a name, or a pair
     * @return the conversation, and whether it is new
     * @throws Rejection INVALID, FORBIDDEN if one of them does not accept messages of the user, TOO_MANY if the user
     *     writes to too many strangers
     */
    public Opened open(long userId, List<Long> otherIds, @Nullable String name) {
        List<Long> others = otherIds.stream().distinct().toList();
        if (others.isEmpty() || others.size() >= Conversation.MOST_MEMBERS || others.contains(userId)) {
            throw Rejection.invalid(
                    MEMBERS, "Expected 1 to " + (Conversation.MOST_MEMBERS - 1) + " ids of other users.");
        }
        return others.size() == 1 && (name == null || name.isBlank())
                ? openPair(userId, others.getFirst())
                : new Opened(createGroup(userId, others, checkedName(name)), true);
    }

    private Opened openPair(long userId, long otherId) {
        Conversation existing = store.findPair(userId, otherId);
        if (existing != null) {
            return new Opened(existing, false);
        }
        boolean accepted = rules.requireContact(userId, otherId, MEMBERS);
        rules.countRequests(userId, accepted ? 0 : 1);
        Conversation fresh = Conversation.pair(ids.next(), userId, otherId, accepted);
        Conversation stored = store.openPair(fresh);
        return new Opened(stored, stored.id() == fresh.id());
    }

    private Conversation createGroup(long userId, List<Long> others, String name) {
        long requests = others.stream()
                .filter(other -> !rules.requireContact(userId, other, MEMBERS))
                .count();
        rules.countRequests(userId, Math.toIntExact(requests));
        Conversation group = Conversation.group(ids.next(), userId, name, others);
        store.createGroup(group);
        return group;
    }

    private static String checkedName(@Nullable String name) {
        String text = name == null ? "" : name.strip();
        boolean isVisible = text.isEmpty() || VisibleText.hasVisible(text);
        if (text.codePointCount(0, text.length()) > LONGEST_NAME || VisibleText.hasControl(text) || !isVisible) {
            throw Rejection.invalid("name", "A name has up to " + LONGEST_NAME + " visible characters.");
        }
        return text;
    }

    /**
     * Finds a conversation of a user.
     *
     * @throws Rejection NOT_FOUND if there is none, or the user is no member
     */
    public Conversation require(long userId, long id) {
        Conversation found = store.find(new long[] {id}).get(id);
        if (found == null || found.member(userId).isEmpty()) {
            throw Conversation.missing();
        }
        return found;
    }

    private Conversation requireGroup(long userId, long id) {
        Conversation conversation = require(userId, id);
        if (conversation.isPair()) {
            throw new Rejection(Kind.INVALID, "not_a_group", "This conversation has exactly two members.");
        }
        return conversation;
    }

    private static void requireAdmin(Conversation conversation, long userId) {
        Member member = conversation.require(userId);
        if (!member.isAdmin() || !member.hasAccepted()) {
            throw new Rejection(Kind.FORBIDDEN, "not_a_group_admin", "Only admins of the group can do this.");
        }
    }

    /** Accepts a request or an invitation. Idempotent. */
    public Conversation accept(long userId, long id) {
        Conversation conversation = require(userId, id);
        return conversation.require(userId).hasAccepted()
                ? conversation
                : change(id, userId, current -> {
                    Member _ = current.require(userId);
                    return current.accepted(userId);
                });
    }

    /** Deletes all messages so far, for the user only; declines an invitation to a group. Idempotent. */
    public void delete(long userId, long id) {
        Conversation conversation = require(userId, id);
        if (!conversation.isPair() && !conversation.require(userId).hasAccepted()) {
            change(id, userId, current -> current.without(userId));
        } else {
            store.clear(id, userId, conversation.lastSeq());
        }
    }

    public void mute(long userId, long id, boolean muted) {
        Conversation _ = require(userId, id);
        store.mute(id, userId, muted);
    }

    /**
     * Invites a user to a group, or changes a member.
     *
     * @param admin null to leave it as it is
     * @throws Rejection FORBIDDEN if the user is no admin, or the other does not accept messages of the user
     */
    public Conversation putMember(long userId, long id, long otherId, @Nullable Boolean admin) {
        Conversation group = requireGroup(userId, id);
        requireAdmin(group, userId);
        if (group.member(otherId).isEmpty()) {
            boolean accepted = rules.requireContact(userId, otherId, "user_id");
            rules.countRequests(userId, accepted ? 0 : 1);
        }
        boolean invites = group.member(otherId).isEmpty();
        return change(id, userId, current -> {
            requireAdmin(current, userId);
            boolean isMember = current.member(otherId).isPresent();
            if (!isMember && !invites) {
                // Left a moment ago: whether the user may invite them again was not checked.
                throw Rejection.notFound("member");
            }
            Conversation with = isMember ? current : invited(current, otherId);
            return admin == null ? with : with.withAdmin(otherId, admin).withAnAdmin();
        });
    }

    private static Conversation invited(Conversation group, long userId) {
        if (group.members().size() >= Conversation.MOST_MEMBERS) {
            throw Rejection.invalid("user_id", "A group has at most " + Conversation.MOST_MEMBERS + " members.");
        }
        return group.invited(userId);
    }

    /**
     * Removes a member from a group. Idempotent.
     *
     * @throws Rejection FORBIDDEN if the user removes another and is no admin
     */
    public void removeMember(long userId, long id, long otherId) {
        Conversation group = requireGroup(userId, id);
        if (userId != otherId) {
            requireAdmin(group, userId);
        }
        change(id, userId, current -> {
            if (userId != otherId) {
                requireAdmin(current, userId);
            }
            return current.member(otherId).isPresent() ? current.without(otherId) : current;
        });
    }

    /**
     * Edits a group.
     *
     * @throws Rejection FORBIDDEN if the user is no admin, INVALID if the picture is not an image of the user
     */
    public Conversation edit(long userId, long id, Edit edit) {
        Conversation group = requireGroup(userId, id);
        requireAdmin(group, userId);
        String name = edit.name() == null ? null : checkedName(edit.name());
        if (edit.pictureId() != null && !edit.pictureId().equals(group.pictureId())) {
            media.usePicture(userId, edit.pictureId(), id);
        }
        Conversation changed = change(id, userId, current -> {
            requireAdmin(current, userId);
            Conversation renamed = name == null ? current : current.named(name);
            return edit.changesPicture() ? renamed.withPicture(edit.pictureId()) : renamed;
        });
        media.pictureChanged(id, group.pictureId(), changed.pictureId());
        return changed;
    }

    private Conversation change(long id, long userId, UnaryOperator<Conversation> change) {
        Conversation changed = store.change(id, userId, change);
        if (changed == null) {
            throw Conversation.missing();
        }
        return changed;
    }

    /** Marks messages as read up to one of them, or to the last one if there is no such message. */
    public void markRead(long userId, long id, long seq) {
        Conversation conversation = require(userId, id);
        store.markRead(id, userId, Math.min(seq, conversation.lastSeq()));
    }

    /** Marks accepted conversations as read: all, up to the latest 1,000. */
    public void markAllRead(long userId) {
        store.list(userId, true, null, MOST_MARKED).stream()
                .filter(entry -> entry.lastSeq() > entry.readSeq())
                .forEach(entry -> store.markRead(entry.conversationId(), userId, entry.lastSeq()));
    }

    /** A conversation, and whether it was created. */
    public record Opened(Conversation conversation, boolean isNew) {}

    /**
     * What to change of a group.
     *
     * @param name null to leave it as it is
     * @param changesPicture whether the picture changes
     * @param pictureId null to remove it
     */
    public record Edit(
            @Nullable String name,
            boolean changesPicture,
            @Nullable Long pictureId) {}
}
