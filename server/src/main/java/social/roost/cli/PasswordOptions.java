package social.roost.cli;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import social.roost.app.StartupException;
import social.roost.base.config.SecretFile;

/** The source of a new password: never the command line, which every user of the machine can see. */
final class PasswordOptions {
    /** 20 of 32 characters are 100 bits. No two characters look alike. */
    private static final int LENGTH = 20;

    private static final String CHARACTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final Path STANDARD_INPUT = Path.of("-");

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "Read the password from a file; - reads standard input.")
    private @Nullable Path file;

    @Option(names = "--generate", description = "Generate a password and print it.")
    private boolean generate;

    /**
     * A new password.
     *
     * @param out where a generated password is printed
     * @throws StartupException when there is none
     */
    String read(PrintWriter out) {
        if (generate) {
            String password = generated();
            out.println("New password: " + password);
            return password;
        }
        return file == null ? prompt() : read(file);
    }

    /** @throws StartupException when the file cannot be read */
    static String read(Path file) {
        try {
            return file.equals(STANDARD_INPUT)
                    ? SecretFile.read(System.in, "The standard input")
                    : SecretFile.read(file);
        } catch (IOException e) {
            throw new StartupException("Cannot read the password: " + SecretFile.reason(e) + ".", e);
        }
    }

    private static String generated() {
        return new SecureRandom()
                .ints(LENGTH, 0, CHARACTERS.length())
                .mapToObj(i -> CHARACTERS.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    /** Without a terminal, a JDK that lacks its own console returns null, which Error Prone does not know. */
    @SuppressWarnings("SystemConsoleNull")
    private static String prompt() {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            throw new StartupException(
                    "Cannot ask for the password without a terminal. Use --generate or --password-file.");
        }
        char[] first = console.readPassword("New password: ");
        char[] second = console.readPassword("Repeat: ");
        if (first == null || !Arrays.equals(first, second)) {
            throw new StartupException("The passwords do not match.");
        }
        return new String(first);
    }
}
