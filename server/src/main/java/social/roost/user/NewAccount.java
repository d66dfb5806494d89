package social.roost.user;

import org.jspecify.annotations.Nullable;

/**
 * A user to be stored, with the private data of the account.
 *
 * @param passwordHash null if nobody can log in with a password
 */
public record NewAccount(User user, String email, @Nullable String passwordHash) {}
