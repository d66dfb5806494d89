package social.roost.app;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A part of the program that can run in its own process. Everything that depends on roles follows from this list: the
 * gateway's routing, certificates, metrics and help texts.
 */
public enum Role {
    /** Accepts all requests and forwards each to a process with the role that serves it. */
    GATEWAY,
    /**
     * Accounts, sessions, profiles, follows, blocks, mutes, muted words and lists; finds users and hashtags;
     * reports and moderation.
     */
    USERS("admin", "accounts", "sessions", "follows", "blocks", "muting", "lists", "finding", "reports", "moderation"),
    /** Posts, deletes and shows tweets, and counts who sees them. */
    TWEETS("tweets", "polls", "drafts", "engagement", "analytics", "feedback"),
    /** Receives, processes and delivers images, GIFs and videos. */
    MEDIA("media"),
    /** Reads home and user timelines. */
    TIMELINES("timelines"),
    /** Searches tweets, and keeps their index. */
    SEARCH("search"),
    /** Detects and lists trends. */
    TRENDS("trends"),
    /** Pushes tweets into home timelines. */
    FANOUT,
    /** Notifies users of what others do. */
    NOTIFICATIONS("notifications", "push"),
    /** Carries direct messages. */
    MESSAGES("messages"),
    /** Streams events to clients. */
    LIVE("live");

    /** The name for all roles together. */
    public static final String ALL = "all";

    /** For a help text; a test compares it with the constants. */
    static final String NAMES =
            "gateway, users, tweets, media, timelines, search, trends, fanout, notifications, messages, live";

    /** The roles that use the stores. */
    static final Set<Role> WITH_STORES = EnumSet.complementOf(EnumSet.of(GATEWAY));

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> tags;

    /** @param tags of the operations it serves, as in the API description */
    Role(String... tags) {
        this.tags = List.of(tags);
    }

    /** The role that serves the operations with this tag. */
    static Optional<Role> ofTag(String tag) {
        return Arrays.stream(values()).filter(role -> role.tags.contains(tag)).findFirst();
    }

    /**
     * All roles but the gateway, which a single process does not need, or those named.
     *
     * @throws IllegalArgumentException for an empty list or an unknown role
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

    /** Whether a gateway forwards requests to it. */
    public boolean servesRequests() {
        return !tags.isEmpty();
    }

    /** Its name in settings. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if the name is not that of a role that serves requests */
    static void requireServing(String name) {
        if (!of(name).servesRequests()) {
            throw new IllegalArgumentException(
                    "the role '" + name + "' serves no requests: remove it from gateway.roles");
        }
    }

    private static Role of(String name) {
        return Arrays.stream(values())
                .filter(role -> role.text().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown role '" + name + "', expected " + expected()));
    }

    private static String expected() {
        return ALL + " or some of " + NAMES;
    }
}
