package social.roost.user;

import org.jspecify.annotations.Nullable;

/**
 * A user to be stored with what only the user may know.
 *
 * @param passwordHash null when nobody can log in with a password
 */
public record NewAccount(User user, String email, @Nullable String passwordHash) {}
