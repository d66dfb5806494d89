package social.roost.user;

/**
 * How emails reach a user.
 *
 * @param email as typed
 * @param confirmed whether the user has shown that the address is theirs
 */
public record Contact(long userId, String username, String email, boolean confirmed, boolean suspended) {}
