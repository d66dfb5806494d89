package social.roost.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.moderation.CaseStore.Outcome;
import social.roost.moderation.ReportedItem.Kind;

/** What every {@link AccountNoticeStore} promises (issue 24.4, M4). */
@Timeout(60)
public abstract class AccountNoticeStoreContract extends AuditLogContract {
    static final long NOW = 1_000_000;

    protected abstract AccountNoticeStore notices();

    protected abstract ReportStore reports();

    protected abstract CaseStore cases();

    @Test
    void thoseConcernedAreTold() {
        reports().add(report(10, 1, 2, ReportCategory.SPAM));
        reports().add(report(11, 1, 2, ReportCategory.SPAM, ReportedItem.missing(Kind.TWEET, "5")));
        reports().add(report(12, 3, 2, ReportCategory.HATE));
        Decision decision = decision(20, 10, 9, 2, Action.SUSPEND, NOW + 5);
        assertThat(cases().decide(decision, 12, NOW)).isEqualTo(Outcome.DONE);
        AccountNotice.Kind toUser = AccountNotice.Kind.DECISION;
        assertThat(notices().list(2, MORE, 10))
                .containsExactly(new AccountNotice(20, toUser, Action.SUSPEND, "why", NOW + 5, false));
        for (long reporter : new long[] {1, 3}) {
            assertThat(notices().list(reporter, MORE, 10))
                    .extracting(AccountNotice::kind)
                    .containsExactly(AccountNotice.Kind.REPORT);
        }
        assertThat(notices().read(2, 20)).isTrue();
        assertThat(notices().read(2, 20)).isTrue();
        assertThat(notices().read(9, 20)).isFalse();
        assertThat(notices().list(2, MORE, 10).getFirst().isRead()).isTrue();
        assertThat(notices().list(2, 20, 10)).isEmpty();
        assertThat(reports().of(1, MORE, 10)).extracting(Report.Told::action).containsOnly(Action.SUSPEND);
    }

    @Test
    void nobodyIsToldThatNothingWasWrong() {
        reports().add(report(10, 1, 2, ReportCategory.SPAM));
        assertThat(decide(10, 9, 2, Action.DISMISS, 10)).isEqualTo(Outcome.DONE);
        assertThat(notices().list(2, MORE, 10)).isEmpty();
        assertThat(notices().list(1, MORE, 10)).hasSize(1);
    }

    Outcome decide(long caseId, long moderator, long user, Action action, long last) {
        return cases().decide(decision(1_000 + caseId, caseId, moderator, user, action, null), last, NOW);
    }

    static Decision decision(long id, long caseId, long moderator, long user, Action action, @Nullable Long until) {
        return new Decision(id, caseId, user, moderator, action, "why", until, List.of(5L, 6L));
    }

    static Report report(long id, long reporter, long user, ReportCategory category, ReportedItem... items) {
        return new Report(id, 0, reporter, user, category, "note", new Report.Author("bob", "Bob ☕"), List.of(items));
    }
}
