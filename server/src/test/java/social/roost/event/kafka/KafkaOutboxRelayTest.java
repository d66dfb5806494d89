package social.roost.event.kafka;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import social.roost.driver.kafka.KafkaClient;
import social.roost.event.DeliverySettings;
import social.roost.event.EventLog;
import social.roost.event.OutboxRelayContract;

@Tag("stack")
class KafkaOutboxRelayTest extends OutboxRelayContract {
    private final KafkaStage stage = new KafkaStage();
    private final KafkaClient client = stage.client();
    private final KafkaEventLog log = new KafkaEventLog(client, DeliverySettings.defaults());

    @AfterEach
    void close() {
        log.close();
        client.close();
        stage.close();
    }

    @Override
    protected EventLog log() {
        return log;
    }
}
