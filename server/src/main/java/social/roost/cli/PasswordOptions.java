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

/** Where a command takes a new password from: never from the command line, which every user of the machine can see. */
final class PasswordOptions {
    /** 20 of 32 characters are 100 bits. None looks like another. */
    private static final int LENGTH = 20;

    private static final String CHARACTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final Path STANDARD_INPUT = Path.of("-");

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "Read the password from this file, or from the standard input if FILE is a dash.")
    private @Nullable Path file;

    @Option(names = "--generate", description = "Make a password up, and print it.")
    private boolean generate;

    /**
     * A new password.
     *
     * @param out where one that is made up is printed
     * @throws StartupException when there is none
     */
    String read(PrintWriter out) {
        if (generate) {
            String password = generated();
            out.println("The new password: " + password);
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
            throw new StartupException("The password cannot be read: " + SecretFile.reason(e) + ".", e);
        }
    }

    private static String generated() {
        return new SecureRandom()
                .ints(LENGTH, 0, CHARACTERS.length())
                .mapToObj(i -> CHARACTERS.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    /** Where there is no terminal a JDK without its own console gives null, against what Error Prone knows. */
    @SuppressWarnings("SystemConsoleNull")
    private static String prompt() {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            throw new StartupException(
                    "There is no terminal to ask for the password: use --generate or --password-file.");
        }
        char[] first = console.readPassword("New password: ");
        char[] second = console.readPassword("Once more: ");
        if (first == null || !Arrays.equals(first, second)) {
            throw new StartupException("The two passwords differ.");
        }
        return new String(first);
    }
}
