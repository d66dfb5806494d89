package social.roost.api;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import social.roost.base.Cursor;
import social.roost.base.Ids;
import social.roost.base.ListId;
import social.roost.base.Page;
import social.roost.base.Rejection;
import social.roost.base.Timestamps;
import social.roost.http.EncodedJson;
import social.roost.http.Json;
import social.roost.http.JsonPage;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.moderation.AccountNotice;
import social.roost.moderation.AccountNoticeStore;
import social.roost.moderation.Action;
import social.roost.moderation.Report;
import social.roost.moderation.ReportedItem;
import social.roost.moderation.Reports;

/** {@code /reports} and {@code /account-notices}: what users report, and what they are told about decisions. */
public final class ReportRoutes {
    private static final String REPORTS = "/api/roost/v1/reports";
    private static final String NOTICES = "/api/roost/v1/account-notices";

    private final Reports reports;
    private final AccountNoticeStore notices;

    public ReportRoutes(Reports reports, AccountNoticeStore notices) {
        this.reports = reports;
        this.notices = notices;
    }

    public List<Route> routes() {
        return List.of(
                Route.post(REPORTS, Access.LOGGED_IN, this::report).in("report"),
                Route.get(REPORTS, Access.LOGGED_IN, this::list),
                Route.get(NOTICES, Access.LOGGED_IN, this::notices),
                Route.put(NOTICES + "/{id}/read", Access.LOGGED_IN, this::read));
    }

    private Response report(Request request) {
        Report report = reports.report(
                request.caller().userId(), request.json(NewReport.class).draft());
        return Response.data(201, OwnReportJson.of(new Report.Told(report, null)));
    }

    private Response list(Request request) {
        return Response.encoded(
                200, page(reports.own(request.caller().userId(), request.page()).map(OwnReportJson::of)));
    }

    private Response notices(Request request) {
        long me = request.caller().userId();
        ListId list = new ListId("account-notices", me);
        long before = request.page().in(list, 1).map(cursor -> cursor.value(0)).orElse(Long.MAX_VALUE);
        int limit = request.page().limit();
        Page<AccountNotice> page = Page.of(
                notices.list(me, before, limit + 1),
                limit,
                last -> Cursor.of(last.id()).of(list));
        return Response.encoded(200, page(page.map(NoticeJson::of)));
    }

    private Response read(Request request) {
        if (!notices.read(request.caller().userId(), request.pathId(0, "notice"))) {
            throw Rejection.notFound("notice");
        }
        return Response.noContent();
    }

    private static EncodedJson page(Page<?> page) {
        return new JsonPage(1024)
                .open(Members.DATA)
                .array(page.items(), Json::encode)
                .meta(page.next(), null)
                .end();
    }

    private record NewReport(
            @Nullable String userId,
            @Nullable List<@Nullable String> tweetIds,
            @Nullable List<@Nullable String> messageIds,
            @Nullable String category,
            @Nullable String note) {
        Reports.Draft draft() {
            long user = Ids.parse(Objects.requireNonNullElse(userId, ""))
                    .orElseThrow(() -> Rejection.invalid("user_id", "Expected the id of a user."));
            return new Reports.Draft(user, texts(tweetIds), texts(messageIds), category, note);
        }

        private static List<String> texts(@Nullable List<@Nullable String> ids) {
            return ids == null
                    ? List.of()
                    : ids.stream().map(id -> Objects.requireNonNullElse(id, "")).toList();
        }
    }

    /** A report for its reporter. */
    private record OwnReportJson(
            String id,
            String userId,
            String category,
            String note,
            List<String> tweetIds,
            List<String> messageIds,
            String createdAt,
            @Nullable String outcome) {
        static OwnReportJson of(Report.Told told) {
            Report report = told.report();
            return new OwnReportJson(
                    Long.toString(report.id()),
                    Long.toString(report.userId()),
                    report.category().text(),
                    report.note(),
                    ids(report, ReportedItem.Kind.TWEET),
                    ids(report, ReportedItem.Kind.MESSAGE),
                    Timestamps.format(report.createdAt()),
                    told.action() == null ? null : outcomeOf(told.action()));
        }

        private static List<String> ids(Report report, ReportedItem.Kind kind) {
            return report.items().stream()
                    .filter(item -> item.kind() == kind)
                    .map(ReportedItem::id)
                    .toList();
        }
    }

    /** A reporter does not learn what exactly happened to somebody else. */
    private static String outcomeOf(Action action) {
        return action == Action.DISMISS ? "no_action" : "action_taken";
    }

    /** What a user is told. */
    private record NoticeJson(
            String id,
            String kind,
            @Nullable String action,
            @Nullable String reason,
            @Nullable String until,
            @Nullable String outcome,
            boolean read,
            String createdAt) {
        static NoticeJson of(AccountNotice notice) {
            String id = Long.toString(notice.id());
            String at = Timestamps.format(notice.at());
            return switch (notice.kind()) {
                case DECISION ->
                    new NoticeJson(
                            id,
                            "decision",
                            notice.action().text(),
                            notice.reason(),
                            notice.until() == null ? null : Timestamps.format(notice.until()),
                            null,
                            notice.isRead(),
                            at);
                case REPORT ->
                    new NoticeJson(id, "report", null, null, null, outcomeOf(notice.action()), notice.isRead(), at);
            };
        }
    }
}
