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
        description = "Makes certificates with which the roles of a development cluster know each other.",
        footer = {
            "",
            "An authority that DIR has already is kept. Processes use renewed certificates without a restart.",
        })
final class CertsCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec command;

    @Parameters(index = "0", paramLabel = "DIR", description = "Folder to write to.")
    private @Nullable Path folder;

    @Option(
            names = "--hosts",
            paramLabel = "NAMES",
            split = ",",
            defaultValue = "localhost,127.0.0.1",
            description = "Names and addresses that clients use, with commas between (default: localhost,127.0.0.1).")
    private List<String> hosts = List.of();

    @Override
    public void run() {
        if (command == null || folder == null) {
            throw new IllegalStateException("not part of a command");
        }
        for (String host : hosts) {
            if (!host.matches("[A-Za-z0-9.:*-]+")) {
                throw new ParameterException(command.commandLine(), "'" + host + "' is no name of a host.");
            }
        }
        List<String> names = new DevelopmentCertificates(folder, hosts).write();
        PrintWriter out = command.commandLine().getOut();
        out.println("Certificates are in " + folder + " for: " + String.join(", ", names) + ".");
        out.println();
        out.println("Set for a process with the role tweets, and for others likewise (" + names.getLast()
                + " is for several roles):");
        out.println("  " + settings("http", "tweets") + authority("http"));
        out.println("Set for the gateway, so that it calls the roles with them:");
        out.println("  " + settings("gateway", "gateway") + authority("gateway"));
        out.println("and, if its clients shall use https:");
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
