package social.roost.trendsjob;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.jspecify.annotations.Nullable;
import social.roost.trend.Observation;

/** Tells Flink how to send observations from one task to another. */
final class ObservationType extends TypeInformation<Observation> {
    private static final String NAME = "Observation";

    @Override
    public boolean isBasicType() {
        return false;
    }

    @Override
    public boolean isTupleType() {
        return false;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    public int getTotalFields() {
        return 1;
    }

    @Override
    public Class<Observation> getTypeClass() {
        return Observation.class;
    }

    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public TypeSerializer<Observation> createSerializer(SerializerConfig config) {
        return new ObservationSerializer();
    }

    @Override
    public String toString() {
        return NAME;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ObservationType;
    }

    @Override
    public int hashCode() {
        return NAME.hashCode();
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof ObservationType;
    }
}
