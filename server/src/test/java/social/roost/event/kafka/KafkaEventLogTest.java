package social.roost.event.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import social.roost.base.UnavailableException;
import social.roost.base.trace.Tracer;
import social.roost.driver.CallSettings;
import social.roost.driver.kafka.KafkaClient;
import social.roost.driver.kafka.KafkaSettings;
import social.roost.event.Await;
import social.roost.event.DeliverySettings;
import social.roost.event.Event;
import social.roost.event.Event.TweetPosted;
import social.roost.event.EventCodec;
import social.roost.event.EventLog;
import social.roost.event.SharedEventLogContract;

@Tag("stack")
class KafkaEventLogTest extends SharedEventLogContract {
    private final KafkaStage stage = new KafkaStage();
    private final Deque<Opened> opened = new ArrayDeque<>();
    private final Deque<Opened> beside = new ArrayDeque<>();

    @Override
    protected EventLog open(DeliverySettings settings) {
        return push(opened, settings);
    }

    @Override
    protected EventLog openBeside(DeliverySettings settings) {
        return push(beside, settings);
    }

    @Override
    protected EventLog openOlder(DeliverySettings settings, Set<Class<? extends Event>> unknown) {
        KafkaClient client = stage.client();
        beside.push(new Opened(client, new KafkaEventLog(client, settings, Tracer.NONE, EventCodec.without(unknown))));
        return beside.element().log();
    }

    private EventLog push(Deque<Opened> place, DeliverySettings settings) {
        KafkaClient client = stage.client();
        place.push(new Opened(client, new KafkaEventLog(client, settings)));
        return place.element().log();
    }

    @Override
    protected void close() {
        opened.pop().close();
    }

    @Override
    protected void crash() {
        opened.element().log().crash();
    }

    @Override
    protected void crashBeside() {
        beside.element().log().crash();
    }

    @AfterEach
    void closeOthers() {
        opened.forEach(Opened::close);
        beside.forEach(Opened::close);
        stage.close();
    }

    @Test
    void anUnreadableEventBecomesADeadLetterAndTheNextOfItsKeyFollows() throws Exception {
        log.subscribe(GROUP, consumer);
        String topic = stage.prefix() + ".users";
        opened.element().client().append(List.of(new ProducerRecord<>(topic, "1", "{\"type\":\"sung\",\"v\":1}")));
        append(update(1));
        assertThat(consumer.take(1)).containsExactly(update(1));
        Await.noLag(log, GROUP);
        assertThat(log.deadLetters(GROUP, 10)).singleElement().satisfies(letter -> {
            assertThat(letter.event()).isNull();
            assertThat(letter.attempts()).isZero();
            assertThat(letter.error()).contains("sung");
        });
    }

    @Test
    void aStreamThatAGroupDoesNotConsumeAnyMoreIsNoLag() throws Exception {
        append(update(1));
        log.subscribe(GROUP, consumer).close();
        append(update(2));
        log.subscribe(GROUP, only(Event.Stream.TWEETS, consumer));
        append(update(3), new TweetPosted(4, 40));
        assertThat(consumer.take(1)).containsExactly(new TweetPosted(4, 40));
        Await.noLag(log, GROUP);
    }

    @Test
    void anAppendThatDoesNotReachKafkaFailsInBoundedTime() {
        CallSettings calls = new CallSettings(
                Duration.ofMillis(300), 1, Duration.ofMillis(1), 4, Duration.ofSeconds(1), 50, Duration.ofSeconds(9));
        KafkaSettings nowhere = KafkaStage.settings(Map.of("kafka.servers", "127.0.0.1:9"));
        try (KafkaClient client = new KafkaClient(nowhere, calls)) {
            List<ProducerRecord<String, String>> records =
                    Collections.nCopies(500, new ProducerRecord<>("nowhere.users", "1", "{}"));
            for (int attempt = 0; attempt < 20; attempt++) {
                assertThatThrownBy(() -> client.append(records)).isInstanceOf(UnavailableException.class);
            }
            assertThat(client.guard().state()).isEqualTo("open");
        }
    }

    private record Opened(KafkaClient client, KafkaEventLog log) {
        void close() {
            log.close();
            client.close();
        }
    }
}
