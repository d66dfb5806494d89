package social.roost.trendsjob;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import social.roost.base.config.ConfigLoader;
import social.roost.base.config.ConfigSources;
import social.roost.base.config.Setting;
import social.roost.driver.CallSettings;
import social.roost.driver.kafka.KafkaSettings;
import social.roost.driver.redis.RedisSettings;

/** The arguments of the job, as {@code --KEY=VALUE}. */
record TrendsJobSettings(JobSettings job, CallSettings calls, KafkaSettings kafka, RedisSettings redis) {

    /** @throws IllegalArgumentException if an argument is not {@code --KEY=VALUE} */
    static TrendsJobSettings of(String... arguments) {
        Map<String, String> flags = new HashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (!argument.startsWith("--") || equals < 0) {
                throw new IllegalArgumentException("'" + argument + "' is not --KEY=VALUE");
            }
            flags.put(argument.substring(2, equals), argument.substring(equals + 1));
        }
        return ConfigLoader.load(TrendsJobSettings.class, new ConfigSources(null, Map.of(), flags))
                .value();
    }

    /** How the job runs. */
    record JobSettings(
            @Setting(value = "1", help = "Tasks for each step; more than the partitions would be idle.")
            int parallelism,

            @Setting(value = "5s", help = "Time between checkpoints.")
            Duration checkpoints,

            @Setting(value = "3s", help = "How much later than others of its partition an observation may arrive.")
            Duration disorder,

            @Setting(value = "10s", help = "A partition that is silent for so long does not hold up the others.")
            Duration idle,

            @Setting(
                    value = "",
                    help = "From when on the topic has all observations, as 2026-03-01T00:00:00Z; empty for the time of"
                            + " the oldest one. Trends are found half an hour later.")
            String since,

            @Setting(value = "200", help = "Most trends of a location.")
            int limit) {

        public JobSettings {
            if (parallelism < 1 || limit < 1) {
                throw new IllegalArgumentException("parallelism and limit must be at least 1");
            }
            if (checkpoints.toMillis() < 1 || idle.toMillis() < 1 || disorder.isNegative()) {
                throw new IllegalArgumentException("checkpoints and idle must be positive");
            }
        }
    }
}
