package social.roost.driver.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import social.roost.base.UnavailableException;
import social.roost.driver.CallSettings;
import social.roost.driver.Guard;

/** A Kafka cluster: appends records, queries topics and groups, and opens consumers. */
public final class KafkaClient implements AutoCloseable {
    private final KafkaSettings settings;
    private final ClientProperties properties;
    private final Duration deadline;
    private final Guard guard;
    private final KafkaProducer<String, String> producer;
    private final Admin admin;

    public KafkaClient(KafkaSettings settings, CallSettings calls) {
        this.settings = settings;
        properties = new ClientProperties(settings, calls.deadline());
        deadline = calls.deadline();
        guard = new Guard("kafka", calls, KafkaClient::isOutage);
        producer = new KafkaProducer<>(properties.producer(), new StringSerializer(), new StringSerializer());
        admin = Admin.create(properties.admin());
    }

    public KafkaSettings settings() {
        return settings;
    }

    /** The timeout of a call. */
    public Duration deadline() {
        return deadline;
    }

    public Guard guard() {
        return guard;
    }

    /**
     * Appends to the topics in this order, durably.
     *
     * @throws UnavailableException if Kafka is unreachable; some of the records may have been appended
     */
    public void append(List<ProducerRecord<String, String>> records) {
        guard.<Integer>once("append", () -> appendAll(records));
    }

    private int appendAll(List<ProducerRecord<String, String>> records) {
        List<Future<?>> sent = new ArrayList<>(records.size());
        for (ProducerRecord<String, String> record : records) {
            Future<?> one = producer.send(record);
            if (one.isDone()) {
                // If this fails immediately, it has already waited for Kafka; the others must not wait one after
                // another, too.
                result(one);
            }
            sent.add(one);
        }
        producer.flush();
        sent.forEach(KafkaClient::result);
        return sent.size();
    }

    /**
     * Makes a query or an idempotent change.
     *
     * @throws UnavailableException if Kafka is unreachable
     */
    public <T> T ask(Function<Admin, ? extends Future<T>> question) {
        return guard.<T>repeatable("ask", () -> result(question.apply(admin)));
    }

    /** A member of a group, whose members share the partitions. */
    public KafkaConsumer<String, String> member(String group) {
        return consumer(properties.member(group));
    }

    /** A consumer without a group. */
    public KafkaConsumer<String, String> reader() {
        return consumer(properties.reader());
    }

    private static KafkaConsumer<String, String> consumer(Properties properties) {
        return new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer());
    }

    @Override
    public void close() {
        producer.close(deadline);
        admin.close(deadline);
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** Rejections by Kafka are {@link ApiException}s that are not retriable; a password may be changed meanwhile. */
    private static boolean isOutage(Throwable failure) {
        return failure instanceof RetriableException
                || failure instanceof AuthenticationException
                || (failure instanceof KafkaException && !(failure instanceof ApiException));
    }
}
