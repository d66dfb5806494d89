package social.roost.trendsjob;

import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import social.roost.trend.LocationTrends;
import social.roost.trend.Observation;
import social.roost.trend.TrendsCodec;

/** Finds the trends of a location at the end of each minute; a timer fires when the time of all partitions is past it. */
final class LocationFunction extends KeyedProcessFunction<String, Tuple2<String, Observation>, String> {
    /** The detector knows nothing of a location without tweets for so long. */
    private static final long FORGOTTEN_AFTER = Duration.ofDays(8).toMillis();

    private final long sinceMillis;
    private final int limit;
    private transient @Nullable ValueState<LocationState> states;

    LocationFunction(long sinceMillis, int limit) {
        this.sinceMillis = sinceMillis;
        this.limit = limit;
    }

    @Override
    public void open(OpenContext context) {
        states = getRuntimeContext().getState(new ValueStateDescriptor<>("location", new LocationStateSerializer()));
    }

    @Override
    public void processElement(Tuple2<String, Observation> routed, Context context, Collector<String> out)
            throws Exception {
        Observation observation = routed.f1;
        LocationState state = states().value();
        if (state == null) {
            if (observation instanceof Observation.Suspended) {
                return;
            }
            state = new LocationState(routed.f0, sinceMillis);
            awaitEnd(context, observation.atMillis() / LocationState.MINUTE);
        } else if (!state.isCounting()) {
            // Observations of the first minutes can arrive in any order.
            awaitEnd(context, observation.atMillis() / LocationState.MINUTE);
        }
        if (!(observation instanceof Observation.Clock)) {
            state.accept(observation);
        }
        states().update(state);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<String> out) throws Exception {
        LocationState state = states().value();
        long minute = timestamp / LocationState.MINUTE;
        if (state == null || state.hasEnded(minute)) {
            return;
        }
        if (!context.getCurrentKey().equals(ToLocations.WORLDWIDE)
                && timestamp - state.lastTweetMillis() > FORGOTTEN_AFTER) {
            states().clear();
            return;
        }
        LocationTrends trends = state.end(context.getCurrentKey(), minute, limit);
        if (trends != null) {
            out.collect(TrendsCodec.encode(trends));
        }
        states().update(state);
        awaitEnd(context, minute + 1);
    }

    /** Its last millisecond, so that the timer fires as soon as nothing can arrive that belongs to it. */
    private static void awaitEnd(KeyedProcessFunction<?, ?, ?>.Context context, long minute) {
        context.timerService().registerEventTimeTimer((minute + 1) * LocationState.MINUTE - 1);
    }

    private ValueState<LocationState> states() {
        if (states == null) {
            throw new IllegalStateException("not open");
        }
        return states;
    }
}
