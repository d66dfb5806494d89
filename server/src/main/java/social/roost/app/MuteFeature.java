package social.roost.app;

import java.util.List;
import java.util.Map;
import social.roost.api.MutedWordRoutes;
import social.roost.base.CacheUse;
import social.roost.event.Event;
import social.roost.event.EventConsumer;
import social.roost.event.StreamConsumer;
import social.roost.http.Route;
import social.roost.mute.MutedWords;

/** What users do not want to read. */
final class MuteFeature implements Feature {
    final MutedWords words;

    MuteFeature(Config config, Stores stores) {
        MemorySettings memory = config.memory();
        Infrastructure infrastructure = stores.infrastructure();
        words = new MutedWords(
                stores.graph().mutedWords(),
                infrastructure.ids(),
                infrastructure.clock(),
                memory.bytes(memory.mutedWords()));
    }

    @Override
    public List<Route> routes(Role role) {
        return role == Role.USERS ? new MutedWordRoutes(words).routes() : List.of();
    }

    @Override
    public List<EventConsumer> invalidations() {
        return List.of(new Invalidation(words));
    }

    @Override
    public Map<String, CacheUse> caches() {
        return Map.of("muted-words", words.cache());
    }

    /** Drops the cached words of users who changed theirs in another process. */
    private record Invalidation(MutedWords words) implements StreamConsumer.OfUsers {
        @Override
        public void consume(Event.OfUsers event) {
            if (event instanceof Event.MutedWordsChanged(long user)) {
                words.forget(user);
            }
        }
    }
}
