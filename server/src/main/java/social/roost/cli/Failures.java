package social.roost.cli;

import java.io.PrintWriter;
import java.net.BindException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import social.roost.app.StartupException;
import social.roost.base.config.ConfigException;

/** Tells the operator why a command failed: expected failures in a sentence, all others with their stack trace. */
final class Failures {
    private Failures() {}

    /** Prints to {@code err} and gives the exit code. */
    static int report(Throwable thrown, PrintWriter err) {
        String sentence = sentence(thrown);
        if (sentence != null) {
            err.println("roost: " + sentence);
        } else {
            err.println("roost: An unexpected failure, which is a bug: please report it with the lines below.");
            thrown.printStackTrace(err);
        }
        err.flush();
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** What happened, or null when it is unexpected. */
    private static @Nullable String sentence(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConfigException || cause instanceof StartupException) {
                return cause.getMessage();
            }
            if (cause instanceof BindException) {
                return "The address cannot be listened on (" + cause.getMessage()
                        + "): choose another with --port or --http.host.";
            }
        }
        return null;
    }
}
