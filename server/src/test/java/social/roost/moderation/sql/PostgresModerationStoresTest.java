package social.roost.moderation.sql;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import social.roost.driver.postgres.PostgresStage;
import social.roost.driver.sql.Database;
import social.roost.moderation.AccountNoticeStore;
import social.roost.moderation.AuditLog;
import social.roost.moderation.CaseStore;
import social.roost.moderation.ReportStore;
import social.roost.moderation.ReportStoreContract;

@Tag("stack")
class PostgresModerationStoresTest extends ReportStoreContract {
    private static PostgresStage postgres;

    @BeforeAll
    static void create() {
        postgres = new PostgresStage();
    }

    @AfterAll
    static void drop() {
        postgres.close();
    }

    @BeforeEach
    void empty() {
        postgres.empty();
    }

    @Override
    protected ReportStore reports() {
        return new SqlReportStore(postgres.accounts());
    }

    @Override
    protected CaseStore cases() {
        return new SqlCaseStore(postgres.accounts());
    }

    @Override
    protected AccountNoticeStore notices() {
        return new SqlAccountNoticeStore(postgres.accounts());
    }

    @Override
    protected AuditLog audit() {
        return new SqlAuditLog(postgres.accounts());
    }

    @Override
    protected Database database() {
        return postgres.accounts();
    }

    @Override
    protected void crash() {
        postgres.reopen();
    }
}
