package social.roost.moderation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import social.roost.base.Cursor;
import social.roost.base.ListId;
import social.roost.base.Page;
import social.roost.base.PageRequest;
import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;
import social.roost.base.Snowflake;
import social.roost.user.Moderators;
import social.roost.user.User;

/** What moderators see and decide. The caller has checked that a moderator asks. */
public final class Cases {
    /** How long a moderator keeps a case without renewing the claim. */
    public static final Duration CLAIM = Duration.ofMinutes(15);

    /** How long reports stay after a decision, so that it can be explained. */
    public static final Duration APPEALABLE = Duration.ofDays(30);

    public static final int LONGEST_REASON = 1_000;
    private static final int HISTORY = 50;
    private static final int REPORTS = 100;
    private static final Duration LONGEST_SUSPENSION = Duration.ofDays(3_660);

    private final CaseStore store;
    private final ReportStore reports;
    private final Sanctions sanctions;
    private final Moderators moderators;
    private final Snowflake ids;
    private final InstantSource clock;

    public Cases(
            CaseStore store,
            ReportStore reports,
            Sanctions sanctions,
            Moderators moderators,
            Snowflake ids,
            InstantSource clock) {
        this.store = store;
        this.reports = reports;
        this.sanctions = sanctions;
        this.moderators = moderators;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A case with its newest reports and what was decided about the user before, each newest first.
     *
     * @param isClaimed whether a moderator claims it now
     */
    public record Opened(ModerationCase opened, boolean isClaimed, List<Report> reports, List<Decision> history) {}

    /**
     * What a moderator wants to do.
     *
     * @param until the end of a suspension, as in ISO 8601; null for none
     */
    public record Wanted(
            @Nullable String action,
            @Nullable String reason,
            @Nullable String until,
            List<Long> tweetIds,
            long lastReportId) {}

    /** Lists open cases from the oldest on, or closed ones from the newest on. */
    public Page<ModerationCase> list(boolean open, @Nullable ReportCategory category, PageRequest request) {
        ListId list = new ListId(
                "cases",
                (open ? 0 : 100) + (category == null ? -1 : category.text().hashCode()));
        Long after = request.in(list, 1).map(cursor -> cursor.value(0)).orElse(null);
        return Page.of(
                store.list(open, category, after, request.limit() + 1),
                request.limit(),
                last -> Cursor.of(last.id()).of(list));
    }

    /**
     * Finds a case.
     *
     * @throws Rejection NOT_FOUND if there is none
     */
    public Opened require(long id) {
        ModerationCase found = store.find(id);
        if (found == null) {
            throw missing();
        }
        return new Opened(
                found,
                found.isClaimed(clock.millis()),
                reports.in(id, Long.MAX_VALUE, REPORTS),
                store.ofUser(found.userId(), HISTORY));
    }

    /** Whether a moderator claims the case now. */
    public boolean isClaimed(ModerationCase one) {
        return one.isClaimed(clock.millis());
    }

    /**
     * Claims a case, or renews the claim.
     *
     * @throws Rejection NOT_FOUND if there is none, CONFLICT if another moderator claims it, or it is decided
     */
    public Opened claim(long moderatorId, long id) {
        long now = clock.millis();
        boolean claimed = store.claim(id, moderatorId, now + CLAIM.toMillis(), now);
        Opened found = require(id);
        if (!claimed) {
            throw found.opened().isOpen() ? claimed() : closed();
        }
        return found;
    }

    /** Ends a moderator's claim; idempotent. */
    public void release(long moderatorId, long id) {
        store.release(id, moderatorId);
    }

    /**
     * Decides about a case and carries it out.
     *
     * @throws Rejection INVALID for invalid values, NOT_FOUND if there is no such case, CONFLICT if it is decided,
     *     another moderator claims it, or another report has arrived, FORBIDDEN if it is about the moderator or an
     *     operator
     */
    public Decision decide(User moderator, long id, Wanted wanted) {
        ModerationCase found = store.find(id);
        if (found == null) {
            throw missing();
        }
        Decision decision = decision(moderator.id(), found, wanted);
        requireFit(moderator, decision);
        switch (store.decide(decision, wanted.lastReportId(), clock.millis())) {
            case DONE -> sanctions.carryOut(decision);
            case UNKNOWN -> throw missing();
            case CLOSED -> throw closed();
            case CLAIMED -> throw claimed();
            case CHANGED ->
                throw new Rejection(
                        Kind.CONFLICT,
                        "case_changed",
                        "Another report has arrived. Look at it first.",
                        "last_report_id");
        }
        return decision;
    }

    private Decision decision(long moderatorId, ModerationCase found, Wanted wanted) {
        Action action = Action.of(Objects.requireNonNullElse(wanted.action(), ""))
                .orElseThrow(() -> Rejection.invalid("action", "Expected one of " + Action.NAMES + "."));
        String reason =
                ModerationText.checked("reason", Objects.requireNonNullElse(wanted.reason(), ""), LONGEST_REASON);
        if (action != Action.DISMISS && reason.isEmpty()) {
            throw Rejection.invalid("reason", "Tell the user why.");
        }
        if (wanted.tweetIds().size() > Reports.MOST_ITEMS || wanted.tweetIds().isEmpty() == (action == Action.DELETE)) {
            throw Rejection.invalid(
                    "tweet_ids", "Deleting takes 1 to " + Reports.MOST_ITEMS + " tweets, other actions none.");
        }
        Long until = wanted.until() == null ? null : (Long) end(action, wanted.until());
        return new Decision(
                ids.next(), found.id(), found.userId(), moderatorId, action, reason, until, wanted.tweetIds());
    }

    private long end(Action action, String text) {
        long now = clock.millis();
        try {
            long end = Instant.parse(text).toEpochMilli();
            if (action == Action.SUSPEND && end > now && end < now + LONGEST_SUSPENSION.toMillis()) {
                return end;
            }
        } catch (DateTimeParseException | ArithmeticException e) {
            // The rejection below covers it.
        }
        throw Rejection.invalid("until", "Only a suspension ends, at a time within the next ten years.");
    }

    private void requireFit(User moderator, Decision decision) {
        if (decision.userId() == moderator.id()) {
            throw new Rejection(Kind.FORBIDDEN, "own_case", "Somebody else must decide about your account.");
        }
        if (decision.action() == Action.SUSPEND && moderators.isOperator(decision.userId())) {
            throw new Rejection(Kind.FORBIDDEN, "is_operator", "An operator cannot be suspended.");
        }
        sanctions.requirePossible(decision);
    }

    private static Rejection missing() {
        return Rejection.notFound("case");
    }

    private static Rejection closed() {
        return new Rejection(Kind.CONFLICT, "case_closed", "Somebody has decided about this case.");
    }

    private static Rejection claimed() {
        return new Rejection(Kind.CONFLICT, "case_claimed", "Another moderator looks at this case.");
    }
}
