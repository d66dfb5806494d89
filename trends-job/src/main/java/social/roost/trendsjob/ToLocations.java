package social.roost.trendsjob;

import java.util.Locale;
import java.util.Set;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.util.Collector;
import social.roost.trend.Observation;

/**
 * Sends each tweet to the stream of all tweets, whose location is empty, and to that of its author's country; each
 * suspension to all streams, because the author may have moved. A clock moves time, which all streams share; the stream
 * of all tweets receives it so that it begins without tweets.
 */
final class ToLocations implements FlatMapFunction<Observation, Tuple2<String, Observation>> {
    static final String WORLDWIDE = "";

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    @Override
    public void flatMap(Observation observation, Collector<Tuple2<String, Observation>> out) {
        switch (observation) {
            case Observation.Tweeted tweeted -> {
                out.collect(Tuple2.of(WORLDWIDE, observation));
                String location = tweeted.tweet().location();
                if (COUNTRIES.contains(location)) {
                    out.collect(Tuple2.of(location, observation));
                }
            }
            case Observation.Suspended _ -> {
                out.collect(Tuple2.of(WORLDWIDE, observation));
                COUNTRIES.forEach(country -> out.collect(Tuple2.of(country, observation)));
            }
            case Observation.Clock _ -> out.collect(Tuple2.of(WORLDWIDE, observation));
        }
    }
}
