package social.roost.app;

import java.util.List;
import java.util.stream.Stream;
import social.roost.base.Ids;
import social.roost.base.config.Setting;
import social.roost.http.OwnNames;

/** Operators and the admin port. */
public record AdminSettings(
        @Setting(
                value = "",
                help = "User ids of the operators, who can see server statistics. If no operator is configured,"
                        + " --demo makes alice one.")
        List<String> userIds,

        @Setting(
                value = "",
                help = "Usernames of the operators. Nobody can register these names. Set it in every process, or prefer"
                        + " user-ids.")
        List<String> usernames,

        @Setting(value = "127.0.0.1", help = "Address of the admin port, which serves /metrics and the operator API.")
        String host,

        @Setting(
                value = "",
                help = "Host names under which other machines reach the admin port, such as the Prometheus"
                        + " target. localhost, admin.host and IP addresses are always accepted.")
        List<String> allowedHosts,

        @Setting(
                value = "0",
                help = "TCP port of /metrics and of the operator API that roost admin uses; 0 disables it.")
        int port) {

    public AdminSettings {
        for (String id : userIds) {
            if (Ids.parse(id).isEmpty()) {
                throw new IllegalArgumentException("user-ids has \"" + id + "\", expected numbers");
            }
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port is " + port + ", expected 0 to 65535");
        }
    }

    /** The host names accepted by the port. */
    OwnNames names() {
        return new OwnNames(
                Stream.concat(Stream.of(host), allowedHosts.stream()).toList());
    }
}
