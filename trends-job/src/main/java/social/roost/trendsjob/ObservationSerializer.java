package social.roost.trendsjob;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import social.roost.trend.Observation;
import social.roost.trend.ObservationCodec;

/** Observations as their JSON, with its length before it. */
final class ObservationSerializer extends TypeSerializerSingleton<Observation> {
    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public Observation createInstance() {
        return new Observation.Clock(0);
    }

    @Override
    public Observation copy(Observation from) {
        return from;
    }

    @Override
    public Observation copy(Observation from, Observation reuse) {
        return from;
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public void serialize(Observation observation, DataOutputView target) throws IOException {
        byte[] json = ObservationCodec.encode(observation).getBytes(StandardCharsets.UTF_8);
        target.writeInt(json.length);
        target.write(json);
    }

    @Override
    public Observation deserialize(DataInputView source) throws IOException {
        byte[] json = new byte[source.readInt()];
        source.readFully(json);
        return ObservationCodec.decode(new String(json, StandardCharsets.UTF_8));
    }

    @Override
    public Observation deserialize(Observation reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        int length = source.readInt();
        target.writeInt(length);
        target.write(source, length);
    }

    @Override
    public TypeSerializerSnapshot<Observation> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Found by its name in checkpoints. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Observation> {
        public Snapshot() {
            super(() -> new ObservationSerializer());
        }
    }
}
