package social.roost.list;

import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;
import social.roost.base.Snowflake;
import social.roost.base.VisibleText;
import social.roost.graph.Blocks;
import social.roost.list.UserList.Replies;
import social.roost.user.Users;

/** Creates, changes and deletes the lists of a user. Every method finds only lists of that user. */
public final class ListEditing {
    static final int LONGEST_NAME = 50;

    private final ListStore store;
    private final Lists lists;
    private final Users users;
    private final Blocks blocks;
    private final Snowflake ids;
    private final InstantSource clock;

    public ListEditing(ListStore store, Lists lists, Users users, Blocks blocks, Snowflake ids, InstantSource clock) {
        this.store = store;
        this.lists = lists;
        this.users = users;
        this.blocks = blocks;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Creates a list: private, not exclusive, not pinned, and with replies to members, unless the settings differ.
     *
     * @throws Rejection INVALID without a valid name, or if the user has as many lists as possible
     */
    public UserList create(long ownerId, Settings settings) {
        String name = settings.name() == null ? "" : settings.name();
        UserList fresh =
                settings.in(new UserList(ids.next(), ownerId, checked(name), true, false, false, Replies.MEMBERS, 0));
        if (!store.create(fresh)) {
            throw new Rejection(
                    Kind.INVALID, "list_limit", "You cannot have more than " + UserList.MOST_LISTS + " lists.");
        }
        lists.changed(ownerId, fresh.id());
        return fresh;
    }

    /**
     * Changes the settings of a list.
     *
     * @throws Rejection NOT_FOUND, INVALID
     */
    public UserList edit(long ownerId, long id, Settings settings) {
        if (settings.name() != null) {
            String _ = checked(settings.name());
        }
        UserList changed = store.edit(ownerId, id, settings::in);
        if (changed == null) {
            throw Lists.missing();
        }
        lists.changed(ownerId, id);
        return changed;
    }

    /**
     * Deletes a list.
     *
     * @throws Rejection NOT_FOUND
     */
    public void delete(long ownerId, long id) {
        boolean existed = store.delete(ownerId, id);
        lists.changed(ownerId, id);
        if (!existed) {
            throw Lists.missing();
        }
    }

    /**
     * Adds a user to a list, followed or not. Idempotent.
     *
     * @return the list with the user
     * @throws Rejection NOT_FOUND if the list or the user does not exist, FORBIDDEN if the user is suspended or one of
     *     the two blocks the other, INVALID if the list is full
     */
    public UserList add(long ownerId, long id, long userId) {
        users.require(userId);
        if (userId != ownerId) {
            blocks.requireContact(ownerId, userId, "user_id");
        }
        ListStore.Added added = store.add(ownerId, id, userId, clock.millis());
        lists.changed(ownerId, id);
        return switch (added) {
            case NEW, KNOWN -> owned(ownerId, id);
            case FULL ->
                throw new Rejection(
                        Kind.INVALID,
                        "list_full",
                        "A list cannot have more than " + UserList.MOST_MEMBERS + " members.",
                        "user_id");
            case NO_LIST -> throw Lists.missing();
        };
    }

    /**
     * Removes a user from a list. Idempotent.
     *
     * @throws Rejection NOT_FOUND if the list does not exist
     */
    public void remove(long ownerId, long id, long userId) {
        store.remove(ownerId, id, userId);
        lists.changed(ownerId, id);
        UserList _ = owned(ownerId, id);
    }

    private UserList owned(long ownerId, long id) {
        UserList list = lists.require(ownerId, id).list();
        if (list.ownerId() != ownerId) {
            throw Lists.missing();
        }
        return list;
    }

    private static String checked(String name) {
        String text = name.strip();
        if (text.codePointCount(0, text.length()) > LONGEST_NAME
                || !VisibleText.hasVisible(text)
                || text.chars().anyMatch(Character::isISOControl)) {
            throw Rejection.invalid("name", "A name has 1 to " + LONGEST_NAME + " visible characters.");
        }
        return text;
    }

    /** Settings of a list; null leaves one as it is. */
    public record Settings(
            @Nullable String name,
            @Nullable Boolean isPrivate,
            @Nullable Boolean isExclusive,
            @Nullable Boolean isPinned,
            @Nullable Replies replies) {

        private UserList in(UserList list) {
            return new UserList(
                    list.id(),
                    list.ownerId(),
                    name == null ? list.name() : name.strip(),
                    Objects.requireNonNullElse(isPrivate, list.isPrivate()),
                    Objects.requireNonNullElse(isExclusive, list.isExclusive()),
                    Objects.requireNonNullElse(isPinned, list.isPinned()),
                    Objects.requireNonNullElse(replies, list.replies()),
                    list.size());
        }
    }
}
