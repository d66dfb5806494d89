package social.roost.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.driver.sql.Database;

/** What every {@link AuditLog} promises (issue 24.4, M4). */
@Timeout(60)
public abstract class AuditLogContract {
    static final long MORE = Long.MAX_VALUE;

    /** The log of this test, empty at first. */
    protected abstract AuditLog audit();

    /** Where the audit log is. */
    protected abstract Database database();

    /** Makes the stores continue with what a crash now would leave. */
    protected abstract void crash() throws Exception;

    @Test
    void theAuditLogIsFiltered() {
        audit().append(new AuditEntry(1, 7, "warn", 2, 3, "why"));
        audit().append(new AuditEntry(2, 8, "warn", 4, 0, ""));
        audit().append(new AuditEntry(3, 7, "suspend", 4, 0, ""));
        assertThat(audit().list(AuditEntry.Filter.NONE, 3, 1)).containsExactly(new AuditEntry(2, 8, "warn", 4, 0, ""));
        assertThat(ids(new AuditEntry.Filter(7L, null, null))).containsExactly(3L, 1L);
        assertThat(ids(new AuditEntry.Filter(null, 4L, null))).containsExactly(3L, 2L);
        assertThat(ids(new AuditEntry.Filter(7L, null, "warn"))).containsExactly(1L);
    }

    @Test
    void nothingInTheAuditLogIsChangedOrRemoved() {
        audit().append(entry(1, 7, 2));
        for (String change : List.of("UPDATE audit_entry SET detail = 'x'", "DELETE FROM audit_entry")) {
            assertThatThrownBy(() -> database().write(handle -> handle.execute(change)))
                    .hasStackTraceContaining("append-only");
        }
        assertThat(ids(AuditEntry.Filter.NONE)).containsExactly(1L);
    }

    static AuditEntry entry(long id, long actor, long user) {
        return new AuditEntry(id, actor, "test", user, 0, "");
    }

    List<Long> ids(AuditEntry.Filter filter) {
        return audit().list(filter, MORE, 10).stream().map(AuditEntry::id).toList();
    }
}
