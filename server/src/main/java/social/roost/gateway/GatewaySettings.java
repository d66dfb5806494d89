package social.roost.gateway;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import social.roost.base.config.Setting;
import social.roost.http.TlsSettings;

/** Where the roles are, and how patiently they are called. */
public record GatewaySettings(
        @Setting(
                value = "",
                help =
                        "Where the roles are: role=host:port, such as users=10.0.0.1:8080, for each instance; every address"
                                + " of a host is an instance.")
        List<String> roles,

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
        roles.forEach(RoleAddress::parse);
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

    /** The hosts of each role that has some. */
    Map<String, List<HostAddress>> hosts() {
        return roles.stream()
                .map(RoleAddress::parse)
                .collect(Collectors.groupingBy(
                        RoleAddress::role, Collectors.mapping(RoleAddress::host, Collectors.toList())));
    }

    /** The names of the roles that have an address. */
    public Set<String> roleNames() {
        return hosts().keySet();
    }

    private static void requireTime(String name, Duration duration) {
        if (duration.toMillis() < 1) {
            throw new IllegalArgumentException(name + " is " + duration.toMillis() + "ms, expected 1ms or more");
        }
    }
}
