package social.roost.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import social.roost.app.DevelopmentCertificates;

/** {@code roost certs}. */
@Command(
        name = "certs",
        mixinStandardHelpOptions = true,
        description =
                "Creates certificates for the roles of a development cluster, and prints the settings that use them.",
        footer = {
            "",
            "An authority that already exists in DIR is kept, so the command also renews certificates. Running processes",
            "load renewed certificates without a restart.",
        })
final class CertsCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec command;

    @Parameters(index = "0", paramLabel = "DIR", description = "Folder for the certificates.")
    private @Nullable Path folder;

    @Option(
            names = "--hosts",
            paramLabel = "NAMES",
            split = ",",
            defaultValue = "localhost,127.0.0.1",
            description = "Comma-separated host names and addresses that clients use (default: localhost,127.0.0.1).")
    private List<String> hosts = List.of();

    @Override
    public void run() {
        if (command == null || folder == null) {
            throw new IllegalStateException("not part of a command");
        }
        for (String host : hosts) {
            if (!host.matches("[A-Za-z0-9.:*-]+")) {
                throw new ParameterException(command.commandLine(), "'" + host + "' is not a host name.");
            }
        }
        List<String> names = new DevelopmentCertificates(folder, hosts).write();
        PrintWriter out = command.commandLine().getOut();
        out.println("Wrote certificates to " + folder + " for: " + String.join(", ", names) + ".");
        out.println();
        out.println(
                "Settings for a process with the role tweets; other roles use their own files, and a process with several"
                        + " roles uses " + names.getLast() + ":");
        out.println("  " + settings("http", "tweets") + authority("http"));
        out.println("Settings for the gateway, for its calls to the roles:");
        out.println("  " + settings("gateway", "gateway") + authority("gateway"));
        out.println("Also, to serve https to clients:");
        out.println("  " + settings("http", "gateway"));
        out.flush();
    }

    private String settings(String section, String name) {
        return "--" + section + ".tls.certificate=" + folder + "/" + name + ".pem --" + section + ".tls.key=" + folder
                + "/" + name + "-key.pem";
    }

    private String authority(String section) {
        return " --" + section + ".tls.authority=" + folder + "/ca.pem";
    }
}
