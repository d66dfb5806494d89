package social.roost.user;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import social.roost.http.Caller;
import social.roost.http.Problem;

/** The operators: those whom the settings name. */
public final class Admins {
    private final Set<String> usernames;
    private final Users users;

    /** @param usernames in any case */
    public Admins(List<String> usernames, Users users) {
        this.usernames =
                usernames.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        this.users = users;
    }

    boolean include(User user) {
        return usernames.contains(user.username().toLowerCase(Locale.ROOT));
    }

    /**
     * Refuses everybody else.
     *
     * @throws Problem 403 for whoever is none of them
     */
    public void require(Caller caller) {
        if (!include(users.require(caller.userId()).user())) {
            throw new Problem(403, "not_an_admin", "Only operators may do this.");
        }
    }
}
