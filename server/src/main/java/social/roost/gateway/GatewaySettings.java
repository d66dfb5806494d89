package social.roost.gateway;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import social.roost.base.config.Setting;
import social.roost.http.TlsSettings;

/** Addresses of the roles, timeouts and retries. */
public record GatewaySettings(
        @Setting(
                value = "",
                help = "Addresses of the roles as role=host:port, such as users=10.0.0.1:8080. With all=host:port,"
                        + " that host serves the roles that are not listed. Every IP address of a host is an"
                        + " instance.")
        List<String> roles,

        @Setting(value = "1s", help = "Timeout for connecting to an instance and for its readiness check.")
        Duration connectDeadline,

        @Setting(value = "10s", help = "Timeout for a response once the request was sent, including retries.")
        Duration answerDeadline,

        @Setting(value = "3", help = "Attempts for calls that are safe to retry, including the first.")
        int attempts,

        @Setting(value = "50ms", help = "Pause before the first retry; it roughly doubles with each further retry.")
        Duration pause,

        @Setting(
                value = "1000",
                help = "Concurrent calls to one role; more are rejected with a 503. A client's network may have up to a"
                        + " fifth of them.")
        int maximumCalls,

        @Setting(value = "1s", help = "Interval of the readiness check of each instance.")
        Duration checkPeriod,

        @Setting(value = "10s", help = "Interval of DNS look-ups of the hosts.")
        Duration lookupPeriod,

        BreakerSettings breaker,
        TlsSettings tls) {

    /** Stands for the roles without an address of their own. */
    private static final String ALL = "all";

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

    /** The hosts with instances of a role. */
    List<HostAddress> hostsOf(String role) {
        Map<String, List<HostAddress>> hosts = hosts();
        return hosts.getOrDefault(role, hosts.getOrDefault(ALL, List.of()));
    }

    private Map<String, List<HostAddress>> hosts() {
        return roles.stream()
                .map(RoleAddress::parse)
                .collect(Collectors.groupingBy(
                        RoleAddress::role, Collectors.mapping(RoleAddress::host, Collectors.toList())));
    }

    /** The names of the roles that have an address of their own. */
    public Set<String> roleNames() {
        return hosts().keySet().stream().filter(name -> !name.equals(ALL)).collect(Collectors.toSet());
    }

    private static void requireTime(String name, Duration duration) {
        if (duration.toMillis() < 1) {
            throw new IllegalArgumentException(name + " is " + duration.toMillis() + "ms, expected 1ms or more");
        }
    }
}
