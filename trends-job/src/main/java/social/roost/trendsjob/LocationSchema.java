package social.roost.trendsjob;

import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.serialization.SerializationSchema;
import social.roost.trend.TrendsCodec;

/** The key of a record with trends: their location. */
final class LocationSchema implements SerializationSchema<String> {
    @Override
    public byte[] serialize(String trends) {
        return TrendsCodec.decode(trends).location().getBytes(StandardCharsets.UTF_8);
    }
}
