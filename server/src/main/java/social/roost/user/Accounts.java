package social.roost.user;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;
import social.roost.base.Snowflake;

/** Registers users and changes their profiles. */
public final class Accounts {
    private final UserStore store;
    private final Users users;
    private final Passwords passwords;
    private final Admins admins;
    private final Snowflake ids;

    public Accounts(UserStore store, Users users, Passwords passwords, Admins admins, Snowflake ids) {
        this.store = store;
        this.users = users;
        this.passwords = passwords;
        this.admins = admins;
        this.ids = ids;
    }

    /**
     * Registers an account for anyone.
     *
     * @throws Rejection INVALID for an invalid value, CONFLICT for a name or address that is taken, or a name reserved
     *     for an operator
     */
    public Profile register(Registration registration) {
        if (admins.isReserved(AccountRules.username(registration.username()))) {
            throw usernameTaken();
        }
        return create(registration);
    }

    /**
     * Creates an account, which may have an operator's name.
     *
     * @throws Rejection INVALID for an invalid value, CONFLICT for a name or address that is taken
     */
    public Profile create(Registration registration) {
        String username = AccountRules.username(registration.username());
        String email = AccountRules.email(registration.email());
        String password = AccountRules.password(registration.password());
        String displayName = displayName(registration.displayName(), username);
        User user = User.named(ids.next(), username, displayName);
        return switch (store.create(new NewAccount(user, email, passwords.hash(password)))) {
            case DONE -> users.registered(user);
            case USERNAME_TAKEN -> throw usernameTaken();
            case EMAIL_TAKEN ->
                throw new Rejection(
                        Kind.CONFLICT, "email_taken", "This email address already has an account.", "email");
        };
    }

    private static Rejection usernameTaken() {
        return new Rejection(Kind.CONFLICT, "username_taken", "This username is already taken.", "username");
    }

    /**
     * Changes the given fields.
     *
     * @throws Rejection INVALID for an invalid value
     */
    public Profile edit(long userId, ProfileEdit edit) {
        if (!store.update(userId, user -> edited(user, edit))) {
            throw Rejection.notFound("user");
        }
        users.changed(userId);
        return users.find(userId).orElseThrow();
    }

    private static User edited(User old, ProfileEdit edit) {
        return new User(
                old.id(),
                old.username(),
                edit.displayName() == null ? old.displayName() : displayName(edit.displayName(), old.username()),
                edit.bio() == null ? old.bio() : AccountRules.lines("bio", edit.bio(), 160),
                edit.location() == null ? old.location() : AccountRules.line("location", edit.location(), 50),
                edit.url() == null ? old.url() : AccountRules.url("url", edit.url()),
                edit.avatar() == null ? old.avatar() : edit.avatar().picture(),
                edit.header() == null ? old.header() : edit.header().picture());
    }

    private static String displayName(@Nullable String text, String username) {
        String name = AccountRules.line("display_name", Objects.requireNonNullElse(text, ""), 50);
        return name.isEmpty() ? username : name;
    }

    /** {@code POST /users}. */
    public record Registration(
            @Nullable String username,
            @Nullable String email,
            @Nullable String password,
            @Nullable String displayName) {}

    /** What changes in a profile: a missing field stays, an empty one is cleared. */
    public record ProfileEdit(
            @Nullable String displayName,
            @Nullable String bio,
            @Nullable String location,
            @Nullable String url,
            @Nullable PictureEdit avatar,
            @Nullable PictureEdit header) {

        /** Changes texts only. */
        public static ProfileEdit of(
                @Nullable String displayName, @Nullable String bio, @Nullable String location, @Nullable String url) {
            return new ProfileEdit(displayName, bio, location, url, null, null);
        }

        /** The same with other pictures. */
        public ProfileEdit with(@Nullable PictureEdit otherAvatar, @Nullable PictureEdit otherHeader) {
            return new ProfileEdit(displayName, bio, location, url, otherAvatar, otherHeader);
        }
    }

    /** Another picture, or none. */
    public record PictureEdit(@Nullable Picture picture) {}
}
