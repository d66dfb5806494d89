package social.roost.event.kafka;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import social.roost.driver.kafka.KafkaClient;
import social.roost.driver.postgres.PostgresStage;
import social.roost.event.BackfillContract;
import social.roost.event.BackfillStore;
import social.roost.event.DeliverySettings;
import social.roost.event.EventLog;
import social.roost.event.sql.SqlBackfillStore;

@Tag("stack")
class KafkaBackfillTest extends BackfillContract {
    private static PostgresStage postgres;

    private final KafkaStage stage = new KafkaStage();
    private final KafkaClient client = stage.client();
    private final KafkaEventLog log = new KafkaEventLog(client, DeliverySettings.defaults());
    private final KafkaEventLog beside = new KafkaEventLog(client, DeliverySettings.defaults());

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

    @AfterEach
    void close() {
        endAll();
        log.close();
        beside.close();
        client.close();
        stage.close();
    }

    @Override
    protected EventLog log() {
        return log;
    }

    @Override
    protected EventLog logBeside() {
        return beside;
    }

    @Override
    protected BackfillStore store() {
        return new SqlBackfillStore(postgres.accounts());
    }
}
