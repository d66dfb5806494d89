package social.roost.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import social.roost.base.OverloadedException;
import social.roost.graph.Graph;
import social.roost.live.LiveReader.Opened;

/** The readers with a stream open in this process, and the users they follow. */
public final class LiveReaders {
    private static final int MAXIMUM_ENDED = 10_000;

    private final Graph graph;
    private final InstantSource clock;
    private final Map<Long, LiveReader> readers = new ConcurrentHashMap<>();
    private final Audience<LiveReader> followers = new Audience<>();
    private final Places places;
    private final Set<Long> changed = ConcurrentHashMap.newKeySet();

    /** Sessions that ended a moment ago: a stream may have been admitted before and added after. */
    private final Cache<Long, Boolean> endedSessions = Caffeine.newBuilder()
            .maximumSize(MAXIMUM_ENDED)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    public LiveReaders(Graph graph, InstantSource clock, LiveSettings settings) {
        this.graph = graph;
        this.clock = clock;
        this.places = new Places(settings);
    }

    /**
     * Reserves a place for a stream that is about to open.
     *
     * @throws Rejection TOO_MANY if the user has too many open streams
     * @throws OverloadedException if the process has too many
     */
    Places.Place takePlace(long userId) {
        return places.take(userId);
    }

    /** Adds a stream, which receives all events from now on. */
    void add(long userId, Opened opened) {
        LiveReader reader = readers.compute(userId, (id, known) -> {
            LiveReader one = known == null ? new LiveReader(id, graph, followers) : known;
            one.streams().add(opened);
            return one;
        });
        // Only now; a follow in between would otherwise be missed.
        reader.follow();
        changed.add(userId);
        if (endedSessions.getIfPresent(opened.caller().sessionId()) != null) {
            opened.stream().close(Closing.LOGGED_OUT);
        }
    }

    void remove(long userId, Opened opened) {
        var _ = readers.computeIfPresent(userId, (_, reader) -> {
            reader.streams().remove(opened);
            if (reader.streams().isEmpty()) {
                reader.follow();
                return null;
            }
            return reader;
        });
        changed.add(userId);
    }

    /** The users whose streams have changed since the last call: they may have come or left. */
    Set<Long> takeChanged() {
        Set<Long> taken = Set.copyOf(changed);
        changed.removeAll(taken);
        return taken;
    }

    boolean isHere(long userId) {
        return readers.containsKey(userId);
    }

    /** All users who are online at this moment. */
    Set<Long> here() {
        return Set.copyOf(readers.keySet());
    }

    List<LiveStream> streamsOf(long userId) {
        LiveReader reader = readers.get(userId);
        return reader == null
                ? List.of()
                : reader.streams().stream().map(Opened::stream).toList();
    }

    List<LiveReader> followersOf(long authorId) {
        return followers.of(authorId);
    }

    /** The event of a follow may arrive before the cache has been updated by the process that made it. */
    void followsChanged(long followerId, long followeeId) {
        LiveReader reader = readers.get(followerId);
        if (reader != null) {
            graph.changed(followerId, followeeId);
            reader.follow();
        }
    }

    void loggedOut(long userId, long sessionId) {
        endedSessions.put(sessionId, true);
        LiveReader reader = readers.get(userId);
        if (reader != null) {
            reader.streams().stream()
                    .filter(opened -> opened.caller().sessionId() == sessionId)
                    .forEach(opened -> opened.stream().close(Closing.LOGGED_OUT));
        }
    }

    /** Closes the streams of sessions that have expired. */
    void endExpired() {
        long now = clock.millis();
        readers.values()
                .forEach(reader -> reader.streams().stream()
                        .filter(opened -> opened.caller().expiresAt() <= now)
                        .forEach(opened -> opened.stream().close(Closing.LOGGED_OUT)));
    }

    /** The number of open streams, including those being opened. */
    int streams() {
        return places.taken();
    }

    void forEach(Consumer<LiveStream> action) {
        readers.values().forEach(reader -> reader.streams().forEach(opened -> action.accept(opened.stream())));
    }
}
