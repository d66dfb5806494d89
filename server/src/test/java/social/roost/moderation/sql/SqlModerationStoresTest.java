package social.roost.moderation.sql;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import social.roost.driver.sql.Database;
import social.roost.event.sql.SqliteStage;
import social.roost.moderation.AccountNoticeStore;
import social.roost.moderation.AuditLog;
import social.roost.moderation.CaseStore;
import social.roost.moderation.ReportStore;
import social.roost.moderation.ReportStoreContract;

class SqlModerationStoresTest extends ReportStoreContract {
    private SqliteStage stage;

    @BeforeEach
    void open(@TempDir Path folder) {
        stage = new SqliteStage(folder);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Override
    protected ReportStore reports() {
        return new SqlReportStore(stage.database());
    }

    @Override
    protected CaseStore cases() {
        return new SqlCaseStore(stage.database());
    }

    @Override
    protected AccountNoticeStore notices() {
        return new SqlAccountNoticeStore(stage.database());
    }

    @Override
    protected AuditLog audit() {
        return new SqlAuditLog(stage.database());
    }

    @Override
    protected Database database() {
        return stage.database();
    }

    @Override
    protected void crash() throws IOException {
        stage.crash();
    }
}
