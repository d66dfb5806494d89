package social.roost.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import social.roost.base.LongRun;
import social.roost.base.config.ConfigLoader;
import social.roost.base.config.ConfigSources;

@DisplayName("F1, F2, B4, C6: searches in a random history agree with a naive model")
@Timeout(600)
class SearchHistoryTest extends SearchHistoryContract {
    SearchHistoryTest() {
        super(LongRun.times(3, 8), 80);
    }

    @Override
    SearchWorld.Place place(Path data) {
        Map<String, String> flags = new HashMap<>(Map.of("data", data.toString(), "http.port", "0"));
        flags.putAll(Map.of("limits.enabled", "false", "links.cards", "false", "sessions.password-memory", "1MiB"));
        Config config = ConfigLoader.load(Config.class, new ConfigSources(null, Map.of(), flags))
                .value();
        return new SearchWorld.Place() {
            @Override
            public Server open() {
                return Server.open(config, InstantSource.system());
            }

            @Override
            public void refresh() {
                try {
                    Thread.sleep(SearchTest.REFRESH_MILLIS);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }
}
