package social.roost.api;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.roost.base.Page;
import social.roost.base.Timestamps;
import social.roost.http.EncodedJson;
import social.roost.http.Json;
import social.roost.http.JsonPage;
import social.roost.moderation.AuditEntry;
import social.roost.moderation.Decision;
import social.roost.moderation.ModerationCase;
import social.roost.moderation.Report;
import social.roost.moderation.ReportedItem;
import social.roost.user.Profile;

/** What moderators and operators see. */
final class ModerationJson {
    private ModerationJson() {}

    /** {@code {"data": value, "includes": {"users": [...]}}} */
    static EncodedJson one(Object value, Collection<Profile> users) {
        return users(new JsonPage(1024).open(Members.DATA).raw(Json.encode(value)), users)
                .end();
    }

    /** {@code {"data": [...], "includes": {"users": [...]}, "meta": ...}} */
    static EncodedJson page(Page<? extends Object> page, Collection<Profile> users) {
        return users(new JsonPage(4096).open(Members.DATA).array(page.items(), Json::encode), users)
                .meta(page.next(), page.previous())
                .end();
    }

    private static JsonPage users(JsonPage page, Collection<Profile> users) {
        return page.open(Members.INCLUDES)
                .object()
                .open(Members.USERS)
                .array(users, UserJson.ENCODING::of)
                .closeObject();
    }

    /** A case in a list. */
    record CaseJson(
            String id,
            String userId,
            boolean suspended,
            Map<String, Integer> categories,
            String openedAt,
            @Nullable String closedAt,
            @Nullable String claimedBy) {
        static CaseJson of(ModerationCase one, boolean isClaimed, boolean suspended) {
            Map<String, Integer> categories = new LinkedHashMap<>();
            one.counts().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(count -> categories.put(count.getKey().text(), count.getValue()));
            return new CaseJson(
                    text(one.id()),
                    text(one.userId()),
                    suspended,
                    categories,
                    Timestamps.format(one.openedAt()),
                    time(one.closedAt()),
                    isClaimed ? text(one.claimedBy()) : null);
        }
    }

    /** A case with everything that a moderator needs. */
    record OpenedJson(CaseJson summary, List<ReportJson> reports, List<DecisionJson> history) {}

    /** A report for moderators. */
    record ReportJson(
            String id,
            String reporterId,
            String category,
            String note,
            String username,
            String displayName,
            List<ItemJson> items,
            String createdAt) {
        static ReportJson of(Report report) {
            return new ReportJson(
                    text(report.id()),
                    text(report.reporterId()),
                    report.category().text(),
                    report.note(),
                    report.author().username(),
                    report.author().displayName(),
                    report.items().stream().map(ItemJson::of).toList(),
                    Timestamps.format(report.createdAt()));
        }
    }

    /** A reported tweet or message as it was. */
    record ItemJson(
            String kind,
            String id,
            @Nullable Boolean missing,
            @Nullable String text,
            @Nullable String contentWarning,
            @Nullable Integer revision,
            @Nullable String createdAt,
            @Nullable List<FileJson> media) {
        static ItemJson of(ReportedItem item) {
            String kind = item.kind() == ReportedItem.Kind.TWEET ? "tweet" : "message";
            return item.isMissing()
                    ? new ItemJson(kind, item.id(), true, null, null, null, null, null)
                    : new ItemJson(
                            kind,
                            item.id(),
                            null,
                            item.text(),
                            item.warning(),
                            item.revision(),
                            Timestamps.format(item.createdAt()),
                            item.media().stream().map(FileJson::of).toList());
        }
    }

    /** A reported medium. */
    record FileJson(String mediaId, String name, String altText, String blurhash) {
        static FileJson of(ReportedItem.File file) {
            return new FileJson(file.mediaId(), file.name(), file.altText(), file.blurhash());
        }
    }

    /** A decision for moderators. */
    record DecisionJson(
            String id,
            @Nullable String caseId,
            @Nullable String moderatorId,
            String action,
            String reason,
            @Nullable String until,
            List<String> tweetIds,
            String createdAt) {
        static DecisionJson of(Decision decision) {
            return new DecisionJson(
                    text(decision.id()),
                    idOrNone(decision.caseId()),
                    idOrNone(decision.moderatorId()),
                    decision.action().text(),
                    decision.reason(),
                    time(decision.until()),
                    decision.tweetIds().stream().map(String::valueOf).toList(),
                    Timestamps.format(decision.at()));
        }
    }

    /** An entry of the audit log. */
    record AuditJson(
            String id,
            @Nullable String actorId,
            String action,
            @Nullable String userId,
            @Nullable String caseId,
            String detail,
            String createdAt) {
        static AuditJson of(AuditEntry entry) {
            return new AuditJson(
                    text(entry.id()),
                    idOrNone(entry.actorId()),
                    entry.action(),
                    idOrNone(entry.userId()),
                    idOrNone(entry.caseId()),
                    entry.detail(),
                    Timestamps.format(entry.at()));
        }
    }

    private static String text(long id) {
        return Long.toString(id);
    }

    private static @Nullable String idOrNone(long id) {
        return id == 0 ? null : text(id);
    }

    private static @Nullable String time(@Nullable Long millis) {
        return millis == null ? null : Timestamps.format(millis);
    }
}
