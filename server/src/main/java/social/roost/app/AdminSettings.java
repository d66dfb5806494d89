package social.roost.app;

import java.util.List;
import java.util.stream.Stream;
import social.roost.base.Ids;
import social.roost.base.config.Setting;
import social.roost.http.OwnNames;

/** Who operates the server, and where its measurements are told. */
public record AdminSettings(
        @Setting(
                value = "",
                help =
                        "User ids of the operators, who see how the server is doing; without any operators --demo makes alice one.")
        List<String> userIds,

        @Setting(
                value = "",
                help = "Usernames of the operators; nobody can register these names. Set it in every process, or prefer"
                        + " user-ids.")
        List<String> usernames,

        @Setting(value = "127.0.0.1", help = "Address on which /metrics and the operators are served.")
        String host,

        @Setting(
                value = "",
                help =
                        "Names by which programs on other machines call that port, such as the target in Prometheus; localhost,"
                                + " admin.host and IP addresses always work.")
        List<String> allowedHosts,

        @Setting(
                value = "0",
                help = "TCP port on which /metrics is served to Prometheus, and operators by roost admin; 0 for none.")
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

    /** By which the port may be called. */
    OwnNames names() {
        return new OwnNames(
                Stream.concat(Stream.of(host), allowedHosts.stream()).toList());
    }
}
