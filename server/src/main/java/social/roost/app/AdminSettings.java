package social.roost.app;

import java.util.List;
import social.roost.base.config.Setting;

/** Who operates the server, and where its measurements are told. */
public record AdminSettings(
        @Setting(value = "", help = "Usernames of the operators, who see how the server is doing; with --demo alice.")
        List<String> usernames,

        @Setting(value = "127.0.0.1", help = "Address on which /metrics and the operators are served.")
        String host,

        @Setting(
                value = "0",
                help = "TCP port on which /metrics is served to Prometheus, and operators by roost admin; 0 for none.")
        int port) {

    public AdminSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port is " + port + ", expected 0 to 65535");
        }
    }

    /** With these operators, if none are named. */
    AdminSettings orAdmins(List<String> others) {
        return usernames.isEmpty() ? new AdminSettings(others, host, port) : this;
    }
}
