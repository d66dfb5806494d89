package social.roost.driver.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.base.SettableClock;
import social.roost.base.Snowflake;
import social.roost.base.Together;
import social.roost.base.UnavailableException;

/** Node numbers of several processes (SPEC C2). */
@Tag("stack")
@Timeout(240)
class PostgresNodeLeaseTest {
    private static final Duration DURATION = Duration.ofSeconds(30);
    private static final long NOW = 1_800_000_000_000L;
    private static PostgresStage postgres;

    private final SettableClock clock = new SettableClock(NOW);
    private final AtomicInteger lost = new AtomicInteger();

    @BeforeAll
    static void create() {
        postgres = new PostgresStage();
    }

    @AfterAll
    static void drop() {
        postgres.close();
    }

    @BeforeEach
    void empty() {
        postgres.empty();
    }

    @Test
    void processesThatStartAtOnceGetTheLowestNumbersEachItsOwn() throws Exception {
        List<PostgresNodeLease> leases = Together.call(8, _ -> claim());
        assertThat(leases).extracting(PostgresNodeLease::number).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void aNumberGivenBackIsTakenAgainAndGoesOnBehindItsLastId() {
        PostgresNodeLease first = claim();
        Snowflake ids = new Snowflake(first.number(), clock);
        first.keepAheadOf(ids);
        long last = ids.next();
        first.renew();
        first.close();
        assertThatThrownBy(first::requireHeld).isInstanceOf(UnavailableException.class);

        PostgresNodeLease second = claim();
        assertThat(second.number()).isEqualTo(first.number());
        assertThat(second.latestId()).isEqualTo(last);
        second.close();
        assertThat(claim().latestId()).isEqualTo(last);
    }

    @Test
    void whoComesAfterACrashMakesNoIdTwiceAlsoWithAClockSetBack() {
        PostgresNodeLease crashed = claim();
        Snowflake ids = new Snowflake(crashed.number(), clock);
        clock.move(DURATION.minusSeconds(1));
        long last = ids.next();
        expireAll();
        clock.move(Duration.ofHours(-1));

        PostgresNodeLease next = claim();
        assertThat(next.number()).isEqualTo(crashed.number());
        Snowflake later = new Snowflake(next.number(), clock);
        later.startAfter(next.latestId());
        assertThat(later.next()).isGreaterThan(last);
        assertThat(Snowflake.millis(next.latestId())).isEqualTo(NOW + DURATION.toMillis());
    }

    @Test
    void idsAheadOfTheClockAreKeptBehindToo() {
        PostgresNodeLease crashed = claim();
        Snowflake ids = new Snowflake(crashed.number(), clock);
        ids.startAfter(Snowflake.lowestAt(NOW + Duration.ofHours(1).toMillis()));
        crashed.keepAheadOf(ids);
        long last = ids.next();
        crashed.renew();
        expireAll();
        assertThat(claim().latestId()).isEqualTo(last);
    }

    @Test
    void aNumberThatSomeoneElseTookIsLost() {
        PostgresNodeLease slow = claim();
        expireAll();
        PostgresNodeLease other = claim();
        assertThat(other.number()).isEqualTo(slow.number());
        slow.renew();
        assertThat(lost).hasValue(1);
        assertThatThrownBy(slow::requireHeld).isInstanceOf(UnavailableException.class);
        slow.close();
        other.renew();
        assertThatCode(other::requireHeld).doesNotThrowAnyException();
        assertThat(lost).hasValue(1);
    }

    @Test
    void aNumberThatWasNotRenewedInTimeIsRefusedUntilItIs() throws Exception {
        PostgresNodeLease lease = PostgresNodeLease.claimOnce(
                postgres.accounts(), clock, Duration.ofMillis(1_100), lost::incrementAndGet);
        Thread.sleep(150);
        assertThatThrownBy(lease::requireHeld).isInstanceOf(UnavailableException.class);
        expireAll();
        lease.renew();
        assertThat(lost).hasValue(0);
    }

    @Test
    void aLeaseThatIsKeptIsHeld() {
        try (PostgresNodeLease lease = PostgresNodeLease.claim(postgres.accounts(), clock, lost::incrementAndGet)) {
            assertThatCode(lease::requireHeld).doesNotThrowAnyException();
        }
        assertThat(lost).hasValue(0);
    }

    private PostgresNodeLease claim() {
        return PostgresNodeLease.claimOnce(postgres.accounts(), clock, DURATION, lost::incrementAndGet);
    }

    private static void expireAll() {
        postgres.accounts().write(handle -> handle.execute("UPDATE node_lease SET expires_at = now_millis() - 1"));
    }
}
