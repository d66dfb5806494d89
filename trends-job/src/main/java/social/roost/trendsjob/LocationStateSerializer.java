package social.roost.trendsjob;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;

/** States as bytes, in checkpoints. */
final class LocationStateSerializer extends TypeSerializerSingleton<LocationState> {
    private static final int FIRST_SIZE = 4_096;

    @Override
    public boolean isImmutableType() {
        return false;
    }

    @Override
    public LocationState createInstance() {
        return new LocationState(ToLocations.WORLDWIDE, 0);
    }

    @Override
    public LocationState copy(LocationState from) {
        try {
            DataOutputSerializer bytes = new DataOutputSerializer(FIRST_SIZE);
            from.write(bytes);
            return LocationState.read(new DataInputDeserializer(bytes.getSharedBuffer(), 0, bytes.length()));
        } catch (IOException e) {
            throw new IllegalStateException("A state cannot be copied", e);
        }
    }

    @Override
    public LocationState copy(LocationState from, LocationState reuse) {
        return copy(from);
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public void serialize(LocationState state, DataOutputView target) throws IOException {
        state.write(target);
    }

    @Override
    public LocationState deserialize(DataInputView source) throws IOException {
        return LocationState.read(source);
    }

    @Override
    public LocationState deserialize(LocationState reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        serialize(deserialize(source), target);
    }

    @Override
    public TypeSerializerSnapshot<LocationState> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Found by its name in checkpoints. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<LocationState> {
        public Snapshot() {
            super(() -> new LocationStateSerializer());
        }
    }
}
