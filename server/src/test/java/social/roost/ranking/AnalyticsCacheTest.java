package social.roost.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.analytics.AnalyticsStore;
import social.roost.analytics.AnalyticsStore.Report;
import social.roost.analytics.AnalyticsStore.Seen;
import social.roost.analytics.Measure;
import social.roost.analytics.sql.SqlAnalyticsStore;
import social.roost.base.SettableClock;
import social.roost.base.Snowflake;
import social.roost.event.Await;
import social.roost.event.sql.SqliteStage;

@DisplayName("What the ranking knows from analytics (D6)")
@Timeout(60)
class AnalyticsCacheTest {
    private static final long NOON = 1_800_000_000_000L;
    private static final long TWEET = Snowflake.lowestAt(NOON);
    private static final long AUTHOR = 5;

    private final SettableClock clock = new SettableClock(NOON);
    private SqliteStage stage;
    private AnalyticsStore store;
    private AnalyticsCache cache;

    @BeforeEach
    void open(@TempDir Path folder) {
        stage = new SqliteStage(folder);
        store = new SqlAnalyticsStore(stage.database());
        cache = new AnalyticsCache(store, clock);
    }

    @AfterEach
    void close() {
        cache.close();
        stage.close();
    }

    @Test
    void aReadDoesNotWaitAndTheNextOnesKnow() throws Exception {
        view(1);
        assertThat(known()).isEqualTo(AnalyticsCache.Known.NOTHING);
        Await.until(() -> known().audience().impressions() == 1);
        assertThat(known().prior()).isNotEqualTo(Rates.TYPICAL);
    }

    @Test
    void whatIsKnownIsReadAgainAfterAMinute() throws Exception {
        Await.until(() -> known().staleAt() == NOON + 60_000);
        view(1);
        clock.move(Duration.ofMillis(59_999));
        assertThat(known().audience()).isEqualTo(Audience.NONE);
        clock.move(Duration.ofMillis(1));
        Await.until(() -> known().audience().impressions() == 1);
    }

    @Test
    void oldTweetsAreReadAgainLessOften() throws Exception {
        clock.move(Duration.ofHours(20));
        Await.until(
                () -> known().staleAt() == clock.millis() + Duration.ofHours(1).toMillis());
    }

    @Test
    void manyTweetsAreLoadedAtOnce() throws Exception {
        for (long viewer = 1; viewer <= 3; viewer++) {
            view(viewer);
        }
        for (long id = TWEET; id < TWEET + 1_000; id++) {
            var _ = cache.of(id, AUTHOR, clock.millis());
        }
        Await.until(() -> known().audience().impressions() == 3);
    }

    private AnalyticsCache.Known known() {
        return cache.of(TWEET, AUTHOR, clock.millis());
    }

    private void view(long viewer) {
        store.report(
                new Report(viewer, "a", List.of(new Seen(TWEET, AUTHOR, Measure.IMPRESSIONS, 0, clock.millis()))),
                clock.millis());
    }
}
