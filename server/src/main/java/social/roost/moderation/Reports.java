package social.roost.moderation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import social.roost.base.Cursor;
import social.roost.base.ListId;
import social.roost.base.Page;
import social.roost.base.PageRequest;
import social.roost.base.Rejection;
import social.roost.base.Snowflake;
import social.roost.user.User;
import social.roost.user.Users;

/** Takes reports, and shows reporters what became of theirs. */
public final class Reports {
    public static final int MOST_ITEMS = 20;
    public static final int LONGEST_NOTE = 1_000;

    /** How long a report is kept at least, and always until its case is decided. */
    public static final Duration KEPT = Duration.ofDays(90);

    private final ReportStore store;
    private final Snapshots snapshots;
    private final Users users;
    private final Snowflake ids;
    private final InstantSource clock;

    public Reports(ReportStore store, Snapshots snapshots, Users users, Snowflake ids, InstantSource clock) {
        this.store = store;
        this.snapshots = snapshots;
        this.users = users;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What a reporter says.
     *
     * @param category one of {@link ReportCategory#NAMES}
     */
    public record Draft(
            long userId,
            List<String> tweetIds,
            List<String> messageIds,
            @Nullable String category,
            @Nullable String note) {}

    /**
     * Reports a user, tweets or messages. The same report again, while nothing is decided, finds the earlier one.
     *
     * @return durable
     * @throws Rejection INVALID for an invalid draft, NOT_FOUND if the user does not exist
     */
    public Report report(long reporterId, Draft draft) {
        ReportCategory category = ReportCategory.of(Objects.requireNonNullElse(draft.category(), ""))
                .orElseThrow(() -> Rejection.invalid("category", "Expected one of " + ReportCategory.NAMES + "."));
        String note = checkedNote(draft.note());
        requireFew(draft);
        Snapshots.requireIds(draft.tweetIds(), draft.messageIds());
        User user = users.require(draft.userId()).user();
        if (user.id() == reporterId) {
            throw Rejection.invalid("user_id", "You cannot report yourself.");
        }
        List<ReportedItem> items = Stream.concat(
                        draft.tweetIds().stream().distinct().map(id -> snapshots.tweet(reporterId, user.id(), id)),
                        draft.messageIds().stream().distinct().map(id -> snapshots.message(reporterId, user.id(), id)))
                .toList();
        return store.add(new Report(
                ids.next(),
                0,
                reporterId,
                user.id(),
                category,
                note,
                new Report.Author(user.username(), user.displayName()),
                items));
    }

    private static void requireFew(Draft draft) {
        if (draft.tweetIds().size() + draft.messageIds().size() > MOST_ITEMS) {
            String field = draft.messageIds().isEmpty() ? "tweet_ids" : "message_ids";
            throw Rejection.invalid(field, "A report has at most " + MOST_ITEMS + " tweets and messages.");
        }
    }

    private static String checkedNote(@Nullable String note) {
        return ModerationText.checked("note", Objects.requireNonNullElse(note, ""), LONGEST_NOTE);
    }

    /** What a user has reported, newest first. */
    public Page<Report.Told> own(long reporterId, PageRequest request) {
        ListId list = new ListId("reports", reporterId);
        long before = request.in(list, 1).map(cursor -> cursor.value(0)).orElse(Long.MAX_VALUE);
        return Page.of(
                store.of(reporterId, before, request.limit() + 1),
                request.limit(),
                last -> Cursor.of(last.report().id()).of(list));
    }

    /** Removes what is no longer kept. */
    public void removeOld() {
        long old = clock.millis() - KEPT.toMillis();
        store.removeOld(Snowflake.lowestAt(old), clock.millis() - Cases.APPEALABLE.toMillis());
    }
}
