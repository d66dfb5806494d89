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

/** Those who have a stream open in this process, and whom they follow. */
public final class LiveReaders {
    private static final int MAXIMUM_ENDED = 10_000;

    private final Graph graph;
    private final InstantSource clock;
    private final Map<Long, LiveReader> readers = new ConcurrentHashMap<>();
    private final Audience<LiveReader> followers = new Audience<>();
    private final Places places;
    private final Set<Long> changed = ConcurrentHashMap.newKeySet();

    /** Sessions that ended a moment ago: a stream may have been let in before, and be added after. */
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
     * Takes a place for a stream that is about to be opened.
     *
     * @throws Rejection TOO_MANY when the user has enough streams open here
     * @throws OverloadedException when all together have
     */
    Places.Place takePlace(long userId) {
        return places.take(userId);
    }

    /** What happens from now on, the stream is sent. */
    void add(long userId, Opened opened) {
        LiveReader reader = readers.compute(userId, (id, known) -> {
            LiveReader one = known == null ? new LiveReader(id, graph, followers) : known;
            one.streams().add(opened);
            return one;
        });
        // Only now, or a follow in between would be told to nobody and be missing here.
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

    /** Whose streams changed since this was last asked: they may have come or left. */
    Set<Long> takeChanged() {
        Set<Long> taken = Set.copyOf(changed);
        changed.removeAll(taken);
        return taken;
    }

    boolean isHere(long userId) {
        return readers.containsKey(userId);
    }

    /** All who are here at this moment. */
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

    /** The event of a follow may be here before the one who made it has brought the memory up to date. */
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

    /** Ends the streams of sessions that have ended by themselves. */
    void endExpired() {
        long now = clock.millis();
        readers.values()
                .forEach(reader -> reader.streams().stream()
                        .filter(opened -> opened.caller().expiresAt() <= now)
                        .forEach(opened -> opened.stream().close(Closing.LOGGED_OUT)));
    }

    /** How many are open, or being opened. */
    int streams() {
        return places.taken();
    }

    void forEach(Consumer<LiveStream> action) {
        readers.values().forEach(reader -> reader.streams().forEach(opened -> action.accept(opened.stream())));
    }
}
