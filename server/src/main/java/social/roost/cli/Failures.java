package social.roost.cli;

import java.io.PrintWriter;
import java.net.BindException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import social.roost.app.StartupException;
import social.roost.base.config.ConfigException;

/** Prints why a command failed: one sentence for an expected failure, otherwise the stack trace. */
final class Failures {
    private Failures() {}

    /** Prints to {@code err} and returns the exit code. */
    static int report(Throwable thrown, PrintWriter err) {
        String sentence = sentence(thrown);
        if (sentence != null) {
            err.println("roost: " + sentence);
        } else {
            err.println("roost: Unexpected failure. This is a bug: please report it with the lines below.");
            thrown.printStackTrace(err);
        }
        err.flush();
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** The sentence for an expected failure, otherwise null. */
    private static @Nullable String sentence(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConfigException || cause instanceof StartupException) {
                return cause.getMessage();
            }
            if (cause instanceof BindException) {
                return "Cannot listen on this address (" + cause.getMessage()
                        + "). Choose another with --port or --http.host.";
            }
        }
        return null;
    }
}
