package social.roost.link;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import social.roost.base.config.ByteSize;
import social.roost.base.config.Setting;

/** How pages that tweets link to are fetched. */
public record LinkSettings(
        @Setting(value = "true", help = "Whether to fetch pages that tweets link to, and show cards of them.")
        boolean cards,

        @Setting(value = "2s", help = "How long to wait for the address of a host, and for a connection to it.")
        Duration connectDeadline,

        @Setting(value = "5s", help = "How long fetching a page may take, including redirects.")
        Duration deadline,

        @Setting(value = "512KiB", help = "How much of a page is read.")
        ByteSize maximumPage,

        @Setting(value = "3", help = "Maximum number of redirects to follow.")
        int redirects,

        @Setting(value = "80, 443", help = "Ports that may be connected to.")
        List<String> ports,

        @Setting(
                value = "",
                help = "Networks that are not public but may be connected to nevertheless, such as 10.1.0.0/16.")
        List<String> allowedNetworks) {

    public LinkSettings {
        if (connectDeadline.toMillis() < 1 || deadline.toMillis() < 1) {
            throw new IllegalArgumentException("connect-deadline and deadline must be at least 1ms");
        }
        if (maximumPage.bytes() < 1 || maximumPage.bytes() > 16 << 20) {
            throw new IllegalArgumentException("maximum-page must be 1B to 16MiB");
        }
        if (redirects < 0) {
            throw new IllegalArgumentException("redirects is " + redirects + ", expected 0 or more");
        }
        ports = List.copyOf(ports);
        allowedNetworks = List.copyOf(allowedNetworks);
        ports.forEach(LinkSettings::port);
        allowedNetworks.forEach(Network::parse);
    }

    public Set<Integer> portNumbers() {
        return ports.stream().map(LinkSettings::port).collect(Collectors.toSet());
    }

    public List<Network> networks() {
        return allowedNetworks.stream().map(Network::parse).toList();
    }

    private static int port(String text) {
        int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("'" + text + "' in ports is not a port");
        }
        return port;
    }
}
