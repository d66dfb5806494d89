package social.roost.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import social.roost.base.Snowflake;

/** What every {@link ObservationLog} promises. */
public abstract class ObservationLogContract {
    private static final int CROWD = 8;

    /** The end of a minute, in milliseconds since 1970. */
    protected static final long END = Instant.parse("2026-03-04T12:01:00Z").toEpochMilli();

    protected abstract ObservationLog log();

    /** The keys of the topics that trend worldwide, detected in what was appended. */
    protected abstract List<String> detected();

    @Test
    protected void aClockCompletesWhatWasAppendedBefore() {
        crowd("storm");
        assertThat(detected()).isEmpty();

        log().append(new Observation.Clock(END));
        assertThat(detected()).containsExactly("#storm");
    }

    @Test
    protected void suspendedAuthorsAreRemoved() {
        crowd("storm");
        for (int author = 1; author <= CROWD; author++) {
            log().append(new Observation.Suspended(author, END - 1));
        }
        log().append(new Observation.Clock(END));

        assertThat(detected()).isEmpty();
    }

    @Test
    protected void repetitionsChangeNothing() {
        for (int i = 0; i < CROWD; i++) {
            log().append(tweet(1, "loud"));
        }
        log().append(new Observation.Clock(END));
        log().append(new Observation.Clock(END));

        assertThat(detected()).isEmpty();
    }

    private void crowd(String tag) {
        for (int author = 1; author <= CROWD; author++) {
            log().append(tweet(author, tag));
        }
    }

    private static Observation tweet(int author, String tag) {
        long id = Snowflake.lowestAt(END - 30_000) + author;
        return new Observation.Tweeted(new TopicalTweet(id, author, false, author, "", List.of(Topic.hashtag(tag))));
    }
}
