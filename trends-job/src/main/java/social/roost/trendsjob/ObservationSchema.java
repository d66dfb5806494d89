package social.roost.trendsjob;

import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.util.Collector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.trend.Observation;
import social.roost.trend.ObservationCodec;

/** Reads observations; skips, counts and logs what is none, so that one record cannot stop the job. */
final class ObservationSchema implements DeserializationSchema<Observation> {
    private static final Logger LOG = LoggerFactory.getLogger(ObservationSchema.class);

    private transient Counter unreadable = new SimpleCounter();

    @Override
    public void open(InitializationContext context) {
        unreadable = context.getMetricGroup().counter("unreadableObservations");
    }

    @Override
    public void deserialize(byte[] message, Collector<Observation> out) {
        try {
            out.collect(ObservationCodec.decode(new String(message, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            unreadable.inc();
            LOG.warn("Skipped a record: {}", e.getMessage());
        }
    }

    @Override
    public Observation deserialize(byte[] message) {
        return ObservationCodec.decode(new String(message, StandardCharsets.UTF_8));
    }

    @Override
    public boolean isEndOfStream(Observation next) {
        return false;
    }

    @Override
    public TypeInformation<Observation> getProducedType() {
        return new ObservationType();
    }
}
