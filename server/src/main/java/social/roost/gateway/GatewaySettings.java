package social.roost.gateway;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import social.roost.base.config.Setting;
import social.roost.http.TlsSettings;

/** Where the roles are, and how patiently they are called. */
public record GatewaySettings(
        @Setting(
                value = "",
                help = "Where the role users is: host:port of each instance; every address of a host is an instance.")
        List<String> users,

        @Setting(value = "", help = "Where the role tweets is, as for users.")
        List<String> tweets,

        @Setting(value = "", help = "Where the role timelines is, as for users.")
        List<String> timelines,

        @Setting(value = "", help = "Where the role notifications is, as for users.")
        List<String> notifications,

        @Setting(value = "", help = "Where the role live is, as for users.")
        List<String> live,

        @Setting(value = "1s", help = "How long connecting to an instance may take, or its answer whether it is ready.")
        Duration connectDeadline,

        @Setting(
                value = "10s",
                help = "How long an answer may be in coming once the request was sent, retries included.")
        Duration answerDeadline,

        @Setting(value = "3", help = "How many times a call is tried that can be repeated without harm.")
        int attempts,

        @Setting(value = "50ms", help = "Pause before the second attempt; each further one is about twice as long.")
        Duration pause,

        @Setting(value = "1000", help = "Calls of one role in progress at once; more are turned away for the moment.")
        int maximumCalls,

        @Setting(value = "1s", help = "How often each instance is asked whether it is ready.")
        Duration checkPeriod,

        @Setting(value = "10s", help = "How often the addresses of the hosts are looked up.")
        Duration lookupPeriod,

        BreakerSettings breaker,
        TlsSettings tls) {

    public GatewaySettings {
        addresses(users, tweets, timelines, notifications, live)
                .values()
                .forEach(list -> list.forEach(HostAddress::parse));
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts is " + attempts + ", expected 1 or more");
        }
        if (maximumCalls < 1) {
            throw new IllegalArgumentException("maximum-calls is " + maximumCalls + ", expected 1 or more");
        }
        requireTime("connect-deadline", connectDeadline);
        requireTime("answer-deadline", answerDeadline);
        requireTime("pause", pause);
        requireTime("check-period", checkPeriod);
        requireTime("lookup-period", lookupPeriod);
    }

    /** The addresses of every role that owns routes. */
    Map<String, List<String>> addresses() {
        return addresses(users, tweets, timelines, notifications, live);
    }

    private static Map<String, List<String>> addresses(
            List<String> users,
            List<String> tweets,
            List<String> timelines,
            List<String> notifications,
            List<String> live) {
        return Map.of(
                "users", users, "tweets", tweets, "timelines", timelines, "notifications", notifications, "live", live);
    }

    private static void requireTime(String name, Duration duration) {
        if (duration.toMillis() < 1) {
            throw new IllegalArgumentException(name + " is " + duration.toMillis() + "ms, expected 1ms or more");
        }
    }
}
