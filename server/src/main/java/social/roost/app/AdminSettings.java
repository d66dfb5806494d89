package social.roost.app;

import java.util.List;
import java.util.stream.Stream;
import social.roost.base.config.Setting;
import social.roost.http.OwnNames;

/** Who operates the server, and where its measurements are told. */
public record AdminSettings(
        @Setting(value = "", help = "Usernames of the operators, who see how the server is doing; with --demo alice.")
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
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port is " + port + ", expected 0 to 65535");
        }
    }

    /** By which the port may be called. */
    OwnNames names() {
        return new OwnNames(
                Stream.concat(Stream.of(host), allowedHosts.stream()).toList());
    }

    /** With these operators, if none are named. */
    AdminSettings orAdmins(List<String> others) {
        return usernames.isEmpty() ? new AdminSettings(others, host, allowedHosts, port) : this;
    }
}
