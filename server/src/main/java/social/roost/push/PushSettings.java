package social.roost.push;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import social.roost.base.config.Setting;
import social.roost.link.Network;

/** How browsers that are closed are told of notifications. */
public record PushSettings(
        @Setting(
                value = "",
                help = "How push services reach the operator, such as mailto:admin@example.org or an https address."
                        + " Without it, there are no push notifications.")
        String contact,

        @Setting(value = "5s", help = "How long sending a push may take.")
        Duration deadline,

        @Setting(value = "443", help = "Ports of push services that may be connected to.")
        List<String> ports,

        @Setting(
                value = "",
                help = "Networks that are not public but have push services nevertheless, such as 10.1.0.0/16.")
        List<String> allowedNetworks) {

    private static final Pattern MAIL = Pattern.compile("mailto:[a-zA-Z0-9.+_-]+@([a-zA-Z0-9.-]+)");
    private static final Pattern HOST = Pattern.compile("([a-zA-Z0-9-]+\\.)+[a-zA-Z0-9-]*[a-zA-Z][a-zA-Z0-9-]*");
    private static final Set<String> UNREACHABLE = Set.of("localhost", "invalid", "test", "local", "internal", "lan");

    public PushSettings {
        if (!contact.isEmpty() && !isReachable(contact)) {
            throw new IllegalArgumentException(
                    "contact is '" + contact + "', expected a mailto: or https: address that others can reach");
        }
        if (deadline.toMillis() < 1) {
            throw new IllegalArgumentException("deadline must be at least 1ms");
        }
        ports = List.copyOf(ports);
        allowedNetworks = List.copyOf(allowedNetworks);
        ports.forEach(PushSettings::port);
        allowedNetworks.forEach(Network::parse);
    }

    /** Whether there are push notifications. */
    public boolean isUsed() {
        return !contact.isEmpty();
    }

    public Set<Integer> portNumbers() {
        return ports.stream().map(PushSettings::port).collect(Collectors.toSet());
    }

    public List<Network> networks() {
        return allowedNetworks.stream().map(Network::parse).toList();
    }

    /** Some push services refuse all pushes of a server whose contact is not real. */
    private static boolean isReachable(String contact) {
        var mail = MAIL.matcher(contact);
        String host = mail.matches() ? mail.group(1) : httpsHost(contact);
        if (!HOST.matcher(host).matches()) {
            return false;
        }
        String last = host.substring(host.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return !UNREACHABLE.contains(last);
    }

    private static String httpsHost(String contact) {
        try {
            URI uri = URI.create(contact);
            boolean isPlain = uri.getRawUserInfo() == null && contact.matches("[!#-\\[\\]-~]+");
            return "https".equals(uri.getScheme()) && isPlain && uri.getHost() != null ? uri.getHost() : "";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static int port(String text) {
        int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("'" + text + "' in ports is not a port");
        }
        return port;
    }
}
