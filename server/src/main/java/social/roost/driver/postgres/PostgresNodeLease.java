package social.roost.driver.postgres;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.NodeLease;
import social.roost.base.Snowflake;
import social.roost.base.UnavailableException;
import social.roost.driver.postgres.NodeLeaseTable.Claim;
import social.roost.driver.sql.Database;

/**
 * A node number leased from the accounts database for 30 seconds and renewed every 5. If the database is down for
 * longer, no ids can be created; if it is back before another process has taken the number, everything continues.
 *
 * <p>The row's {@code latest_id} is kept ahead of what can be created before the lease ends, so that the next holder
 * after a crash creates no id twice, whatever its clock says. By then the clocks have passed that time too.
 */
public final class PostgresNodeLease implements NodeLease {
    private static final Logger log = LoggerFactory.getLogger(PostgresNodeLease.class);
    private static final Duration DURATION = Duration.ofSeconds(30);
    private static final Duration PERIOD = Duration.ofSeconds(5);

    /** Allowance for clocks of different speed during a lease, and for a process that pauses while creating an id. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private final NodeLeaseTable table;
    private final InstantSource clock;
    private final Duration duration;
    private final Runnable lost;
    private final String holder = UUID.randomUUID().toString();
    private final Claim claim;
    private final ScheduledExecutorService keeper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("node-lease").daemon().factory());

    private volatile LongSupplier made = () -> 0;
    private volatile long heldUntil;

    private PostgresNodeLease(Database accounts, InstantSource clock, Duration duration, Runnable lost) {
        table = new NodeLeaseTable(accounts);
        this.clock = clock;
        this.duration = duration;
        this.lost = lost;
        long asked = System.nanoTime();
        claim = table.claim(holder, duration, ahead());
        made = claim::latestId;
        heldSince(asked);
    }

    /**
     * Takes the lowest free number and keeps it.
     *
     * @param lost called once if another process turns out to have the number; then this process can create no more ids
     * @throws IllegalStateException if all numbers are in use
     */
    public static PostgresNodeLease claim(Database accounts, InstantSource clock, Runnable lost) {
        PostgresNodeLease lease = new PostgresNodeLease(accounts, clock, DURATION, lost);
        lease.keep();
        return lease;
    }

    /** A lease that is renewed only by {@link #renew}. */
    static PostgresNodeLease claimOnce(Database accounts, InstantSource clock, Duration duration, Runnable lost) {
        return new PostgresNodeLease(accounts, clock, duration, lost);
    }

    private void keep() {
        long period = PERIOD.toMillis();
        var _ = keeper.scheduleWithFixedDelay(this::tryToRenew, period, period, TimeUnit.MILLISECONDS);
    }

    @Override
    public int number() {
        return claim.number();
    }

    @Override
    public long latestId() {
        return claim.latestId();
    }

    /** Ids are ahead of the clock after it was set back. */
    @Override
    public void keepAheadOf(Snowflake ids) {
        made = ids::latest;
    }

    @Override
    public void requireHeld() {
        if (heldUntil - System.nanoTime() <= 0) {
            throw new UnavailableException("Node number", null);
        }
    }

    private void tryToRenew() {
        try {
            renew();
        } catch (RuntimeException e) {
            log.warn("Could not renew node number {}; will retry", number(), e);
        }
    }

    void renew() {
        long asked = System.nanoTime();
        if (table.renew(number(), holder, duration, ahead())) {
            heldSince(asked);
        } else {
            heldUntil = asked;
            keeper.shutdown();
            log.error("Node number {} belongs to another process now; this process can create no more ids", number());
            lost.run();
        }
    }

    /** Counted from the request, which precedes the start of the lease at the server. */
    private void heldSince(long asked) {
        heldUntil = asked + duration.minus(MARGIN).toNanos();
    }

    private long ahead() {
        long atEnd = Snowflake.lowestAt(clock.millis() + duration.toMillis());
        return Math.max(atEnd, made.getAsLong());
    }

    @Override
    public void close() {
        keeper.shutdownNow();
        heldUntil = System.nanoTime();
        try {
            table.giveBack(number(), holder, made.getAsLong());
        } catch (UnavailableException e) {
            log.info("Could not release node number {}; it stays reserved for {}", number(), duration, e);
        }
    }
}
