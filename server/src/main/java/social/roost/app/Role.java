package social.roost.app;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A part of the program that a process of its own can play. */
public enum Role {
    /** Takes all requests and passes each to a process with the role that serves it. */
    GATEWAY,
    /** Accounts, sessions, profiles, follows, blocks and mutes. */
    USERS,
    /** Posts, deletes and shows tweets. */
    TWEETS,
    /** Reads home and user timelines. */
    TIMELINES,
    /** Delivers tweets to timelines. */
    FANOUT,
    /** Tells users what others do that concerns them. */
    NOTIFICATIONS,
    /** Tells those who have a stream open what happens. */
    LIVE;

    static final String ALL = "all";

    /** Those that serve requests or events from the stores. */
    static final Set<Role> WITH_STORES = EnumSet.complementOf(EnumSet.of(GATEWAY));

    /**
     * All but the gateway, which one process alone does not need, or those named.
     *
     * @throws IllegalArgumentException for none, or one that does not exist
     */
    static Set<Role> named(List<String> names) {
        if (names.equals(List.of(ALL))) {
            return EnumSet.copyOf(WITH_STORES);
        }
        if (names.isEmpty()) {
            throw new IllegalArgumentException("roles is empty, expected " + expected());
        }
        return names.stream().map(Role::of).collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Role of(String name) {
        return Arrays.stream(values())
                .filter(role -> role.text().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("there is no role '" + name + "', expected " + expected()));
    }

    private static String expected() {
        return ALL + " or some of " + Arrays.stream(values()).map(Role::text).collect(Collectors.joining(", "));
    }
}
