package social.roost.app;

import java.util.stream.Collectors;
import social.roost.base.trace.Tracer;
import social.roost.driver.otel.OtelTracer;

/** Whether this process records traces. */
final class Traces {
    private static final String PROGRAM = "roost";

    private Traces() {}

    /** While traces are off, no class of OpenTelemetry is loaded. */
    static Tracer tracer(Config config) {
        return config.tracing().isOn()
                ? new OtelTracer(config.tracing(), service(config), config.deployment())
                : Tracer.NONE;
    }

    /** In traces, processes with different roles are different services. */
    private static String service(Config config) {
        return config.roles().contains(Role.ALL)
                ? PROGRAM
                : config.playedRoles().stream()
                        .map(Role::text)
                        .sorted()
                        .collect(Collectors.joining("-", PROGRAM + "-", ""));
    }
}
