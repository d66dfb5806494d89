package social.roost.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.moderation.CaseStore.Outcome;

/** What every {@link CaseStore} promises (issue 24.4, M4). */
@Timeout(60)
public abstract class CaseStoreContract extends AccountNoticeStoreContract {
    @Test
    void theQueueBeginsWithTheOldestAndIsFilteredByCategory() {
        reports().add(report(10, 1, 2, ReportCategory.SPAM));
        reports().add(report(11, 1, 3, ReportCategory.HATE));
        reports().add(report(12, 1, 4, ReportCategory.SPAM));
        assertThat(ids(cases().list(true, null, null, 10))).containsExactly(10L, 11L, 12L);
        assertThat(ids(cases().list(true, null, 10L, 1))).containsExactly(11L);
        assertThat(ids(cases().list(true, ReportCategory.SPAM, null, 10))).containsExactly(10L, 12L);
        assertThat(decide(10, 9, 2, Action.DISMISS, 10)).isEqualTo(Outcome.DONE);
        assertThat(decide(12, 9, 4, Action.DISMISS, 12)).isEqualTo(Outcome.DONE);
        assertThat(ids(cases().list(true, null, null, 10))).containsExactly(11L);
        assertThat(ids(cases().list(false, null, null, 10))).containsExactly(12L, 10L);
        assertThat(ids(cases().list(false, ReportCategory.HATE, null, 10))).isEmpty();
    }

    @Test
    void aCaseIsClaimedByOneUntilTheClaimEnds() {
        reports().add(report(10, 1, 2, ReportCategory.SPAM));
        assertThat(cases().claim(10, 7, NOW + 100, NOW)).isTrue();
        assertThat(cases().claim(10, 7, NOW + 200, NOW)).isTrue();
        assertThat(cases().claim(10, 8, NOW + 300, NOW)).isFalse();
        assertThat(decide(10, 8, 2, Action.WARN, 10)).isEqualTo(Outcome.CLAIMED);
        cases().release(10, 8);
        assertThat(found(10).claimedBy()).isEqualTo(7);
        assertThat(cases().claim(10, 8, NOW + 300, NOW + 200)).isTrue();
        cases().release(10, 8);
        assertThat(found(10).claimedBy()).isZero();
        assertThat(cases().claim(99, 7, NOW + 100, NOW)).isFalse();
    }

    @Test
    void aCaseIsDecidedOnceHoweverManyDecide() throws Exception {
        reports().add(report(10, 1, 2, ReportCategory.SPAM));
        List<Outcome> outcomes = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 10; i++) {
                Decision decision = decision(20 + i, 10, 9, 2, Action.WARN, null);
                crowd.execute(() -> outcomes.add(cases().decide(decision, 10, NOW)));
            }
        }
        assertThat(outcomes).hasSize(10).containsOnlyOnce(Outcome.DONE).containsOnly(Outcome.DONE, Outcome.CLOSED);
        assertThat(audit().list(AuditEntry.Filter.NONE, MORE, 10)).hasSize(1);
        assertThat(cases().ofUser(2, 10)).hasSize(1);
        assertThat(notices().list(2, MORE, 10)).hasSize(1);
    }

    @Test
    void aReportThatTheModeratorHasNotSeenPreventsTheDecision() {
        reports().add(report(10, 1, 2, ReportCategory.SPAM));
        reports().add(report(11, 3, 2, ReportCategory.VIOLENCE));
        assertThat(decide(10, 9, 2, Action.DISMISS, 10)).isEqualTo(Outcome.CHANGED);
        assertThat(decide(10, 9, 2, Action.DISMISS, 11)).isEqualTo(Outcome.DONE);
        assertThat(decide(10, 9, 2, Action.DISMISS, 11)).isEqualTo(Outcome.CLOSED);
        assertThat(decide(77, 9, 2, Action.DISMISS, 11)).isEqualTo(Outcome.UNKNOWN);
        assertThat(reports().add(report(12, 1, 2, ReportCategory.SPAM)).caseId())
                .as("a new case")
                .isEqualTo(12);
    }

    @Test
    void whatIsNotCarriedOutIsPending() {
        reports().add(report(10, 1, 2, ReportCategory.SPAM));
        Decision decision = decision(20, 10, 9, 2, Action.SUSPEND, null);
        assertThat(cases().decide(decision, 10, NOW)).isEqualTo(Outcome.DONE);
        assertThat(cases().pending(10)).containsExactly(decision);
        cases().carriedOut(20);
        assertThat(cases().pending(10)).isEmpty();
        assertThat(cases().ofUser(2, 10)).containsExactly(decision);
    }

    @Test
    void aSuspensionEndsWhenNoOtherLasts() {
        cases().record(decision(20, 0, 9, 2, Action.SUSPEND, NOW + 5), entry(20, 9, 2));
        assertThat(cases().ending(NOW, 10)).isEmpty();
        assertThat(cases().ending(NOW + 5, 10)).extracting(Decision::id).containsExactly(20L);
        assertThat(cases().isSuspendedOtherwise(2, 20)).isFalse();
        cases().record(decision(21, 0, 9, 2, Action.SUSPEND, null), entry(21, 9, 2));
        assertThat(cases().isSuspendedOtherwise(2, 20)).isTrue();
        cases().ended(20, entry(22, 0, 2));
        cases().ended(20, entry(23, 0, 2));
        assertThat(cases().ending(NOW + 5, 10)).isEmpty();
        cases().endAll(2, entry(24, 0, 2));
        assertThat(cases().isSuspendedOtherwise(2, 20)).isFalse();
        assertThat(audit().list(AuditEntry.Filter.NONE, MORE, 10))
                .extracting(AuditEntry::id)
                .containsExactly(24L, 22L, 21L, 20L);
    }

    @Test
    void whatWasAcknowledgedOutlivesACrash() throws Exception {
        reports().add(report(10, 1, 2, ReportCategory.SPAM));
        Decision decision = decision(20, 10, 9, 2, Action.SUSPEND, NOW + 5);
        assertThat(cases().decide(decision, 10, NOW)).isEqualTo(Outcome.DONE);
        crash();
        assertThat(cases().pending(10)).containsExactly(decision);
        assertThat(found(10).isOpen()).isFalse();
        assertThat(ids(AuditEntry.Filter.NONE)).containsExactly(20L);
        assertThat(notices().list(1, MORE, 10)).hasSize(1);
    }

    ModerationCase found(long id) {
        return Objects.requireNonNull(cases().find(id));
    }

    static List<Long> ids(List<ModerationCase> cases) {
        return cases.stream().map(ModerationCase::id).toList();
    }
}
