package social.roost.user;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.Caller;
import social.roost.base.Ids;
import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;
import social.roost.base.Timestamps;

/** The operators named in the settings, by id or by username. */
public final class Admins {
    private static final Logger LOG = LoggerFactory.getLogger(Admins.class);

    private final Set<String> usernames;
    private final Set<Long> ids = ConcurrentHashMap.newKeySet();
    private final Users users;

    /**
     * @param usernames in any case
     * @param ids of accounts
     */
    public Admins(List<String> usernames, List<String> ids, Users users) {
        this.usernames = usernames.stream().map(Admins::key).collect(Collectors.toUnmodifiableSet());
        ids.forEach(id -> this.ids.add(Ids.parse(id).orElseThrow()));
        this.users = users;
    }

    public boolean include(User user) {
        return ids.contains(user.id()) || isReserved(user.username());
    }

    /** Whether this is an operator's name, which nobody may register: that user would be an operator. */
    boolean isReserved(String username) {
        return usernames.contains(key(username));
    }

    /** Makes a user an operator until the process ends, unless the settings name operators. */
    public void appointIfNone(long userId) {
        if (usernames.isEmpty() && ids.isEmpty()) {
            ids.add(userId);
        }
    }

    /** Logs the accounts of the operators, and warns about those that do not exist. */
    public void log() {
        for (String username : usernames) {
            users.findByUsername(username)
                    .ifPresentOrElse(
                            Admins::log,
                            () -> LOG.warn(
                                    "The operator @{} in admin.usernames has no account. The name is reserved:"
                                            + " 'roost admin create-user {} --email ADDRESS' creates the account",
                                    username,
                                    username));
        }
        for (long id : ids) {
            users.find(id)
                    .ifPresentOrElse(Admins::log, () -> LOG.warn("No account has the id {} in admin.user-ids", id));
        }
    }

    private static void log(Profile profile) {
        User user = profile.user();
        LOG.info(
                "@{} is an operator (user {}, registered at {})",
                user.username(),
                user.id(),
                Timestamps.format(user.createdAt()));
    }

    /**
     * Rejects everyone but operators.
     *
     * @throws Rejection FORBIDDEN if the caller is not an operator
     */
    public void require(Caller caller) {
        if (!include(users.require(caller.userId()).user())) {
            throw new Rejection(Kind.FORBIDDEN, "not_an_admin", "Only operators may do this.");
        }
    }

    private static String key(String username) {
        return username.toLowerCase(Locale.ROOT);
    }
}
