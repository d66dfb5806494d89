package social.roost.tweet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.sql.SqliteStage;
import social.roost.tweet.sql.SqlPollStore;
import social.roost.tweet.text.Entities;

@DisplayName("Totals of polls that many users look at (N2)")
class PollTotalsTest {
    private static final long ID = 100;
    private static final long END = 1_000_000;
    private static final Tweet TWEET = new Tweet(
            ID,
            1,
            "Which?",
            Entities.NONE,
            References.NONE,
            ID,
            Visibility.PUBLIC,
            List.of(),
            Labels.NONE,
            new Poll(List.of("tea", "coffee"), END));

    private SqliteStage stage;
    private PollStore store;
    private PollTotals totals;
    private long now;

    @BeforeEach
    void open(@TempDir Path folder) {
        stage = new SqliteStage(folder);
        store = new SqlPollStore(stage.database());
        totals = new PollTotals(store, () -> Instant.ofEpochMilli(now));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void votesOfOtherProcessesAreCountedASecondLater() {
        assertThat(votes()).isEmpty();
        vote(1, 0);
        assertThat(votes()).isEmpty();
        now += 999;
        assertThat(votes()).isEmpty();
        now += 1;
        assertThat(votes()).containsExactly(1L);
    }

    @Test
    void aVoteInThisProcessIsCountedAtOnce() {
        assertThat(votes()).isEmpty();
        vote(1, 1);
        totals.voted(ID);
        assertThat(votes()).containsExactly(0L, 1L);
    }

    @Test
    void aLargePollIsCountedEveryTenSeconds() {
        LongStream.rangeClosed(1, 10_000).parallel().forEach(user -> vote(user, 0));
        assertThat(votes()).containsExactly(10_000L);
        vote(20_000, 0);
        totals.voted(ID);
        now += 9_999;
        assertThat(votes()).containsExactly(10_000L);
        now += 1;
        assertThat(votes()).containsExactly(10_001L);
    }

    @Test
    void finalResultsAreCountedAfterTheEnd() {
        now = END - 1;
        assertThat(votes()).isEmpty();
        vote(1, 0);
        assertThat(votes()).isEmpty();
        now = END;
        assertThat(votes()).containsExactly(1L);
    }

    private List<Long> votes() {
        return Objects.requireNonNull(totals.of(List.of(TWEET)).get(ID));
    }

    private void vote(long user, int choice) {
        int _ = store.vote(ID, END, user, choice);
    }
}
