package social.roost.cli;

import java.io.PrintWriter;
import java.util.Map;
import social.roost.app.AdminSettings;

/** A command that sends requests to the admin port of a running server. */
abstract class OperatorCommand extends ConfiguredCommand {
    OperatorCommand(Map<String, String> environment) {
        super(environment);
    }

    abstract void ask(Operator operator, PrintWriter out);

    @Override
    public final void run() {
        AdminSettings admin = load(null).value().admin();
        PrintWriter out = commandSpec().commandLine().getOut();
        ask(new Operator(admin), out);
        out.flush();
    }
}
