package social.roost.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.moderation.CaseStore.Outcome;
import social.roost.moderation.ReportedItem.Kind;

/** What every {@link ReportStore} promises (issue 24.4, M4). */
@Timeout(60)
public abstract class ReportStoreContract extends CaseStoreContract {
    @Test
    void aReportIsFoundAsItWasStored() {
        ReportedItem tweet = new ReportedItem(
                Kind.TWEET,
                "5",
                false,
                "Buy ☕ now",
                "ads",
                2,
                77,
                List.of(new ReportedItem.File("9", "a.jpg", "", "x")));
        Report report = report(10, 1, 2, ReportCategory.SPAM, tweet, ReportedItem.missing(Kind.MESSAGE, "3/4"));
        Report stored = reports().add(report);
        assertThat(stored).isEqualTo(report.in(10));
        assertThat(reports().in(10, MORE, 10)).containsExactly(stored);
        assertThat(reports().of(1, MORE, 10)).containsExactly(new Report.Told(stored, null));
        assertThat(reports().of(2, MORE, 10)).isEmpty();
    }

    @Test
    void theSameReportTwiceIsOne() {
        ReportedItem item = ReportedItem.missing(Kind.TWEET, "5");
        Report first = reports().add(report(10, 1, 2, ReportCategory.SPAM, item));
        assertThat(reports().add(report(11, 1, 2, ReportCategory.HATE, item))).isEqualTo(first);
        assertThat(reports().add(report(12, 1, 2, ReportCategory.SPAM)).id()).isEqualTo(12);
        assertThat(reports().add(report(13, 3, 2, ReportCategory.SPAM, item)).id())
                .isEqualTo(13);
        assertThat(reports().in(10, MORE, 10)).extracting(Report::id).containsExactly(13L, 12L, 10L);
        assertThat(reports().in(10, 12, 10)).extracting(Report::id).containsExactly(10L);
    }

    @Test
    void aUserHasOneOpenCaseHoweverManyReportAtOnce() throws Exception {
        Set<Long> found = new ConcurrentSkipListSet<>();
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 1; i <= 20; i++) {
                long id = i;
                crowd.execute(() -> found.add(reports()
                        .add(report(id, 100 + id, 2, ReportCategory.OTHER))
                        .caseId()));
            }
        }
        assertThat(found).hasSize(1);
        assertThat(cases().list(true, null, null, 10)).hasSize(1);
        assertThat(found(found.iterator().next()).counts()).isEqualTo(Map.of(ReportCategory.OTHER, 20));
    }

    @Test
    void oldReportsAreRemovedUnlessTheirCaseIsOpenOrJustClosed() {
        reports().add(report(10, 1, 2, ReportCategory.SPAM));
        reports().add(report(11, 1, 3, ReportCategory.SPAM));
        reports().add(report(12, 1, 4, ReportCategory.SPAM));
        assertThat(decide(10, 9, 2, Action.WARN, 10)).isEqualTo(Outcome.DONE);
        assertThat(decide(12, 9, 4, Action.WARN, 12)).isEqualTo(Outcome.DONE);
        reports().removeOld(12, NOW);
        assertThat(reports().in(10, MORE, 10)).hasSize(1);
        reports().removeOld(12, NOW + 1);
        assertThat(reports().in(10, MORE, 10)).isEmpty();
        assertThat(reports().in(11, MORE, 10)).hasSize(1);
        assertThat(reports().in(12, MORE, 10)).hasSize(1);
        assertThat(cases().ofUser(2, 10)).hasSize(1);
    }
}
