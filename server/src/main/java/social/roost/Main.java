package social.roost;

import social.roost.cli.RoostCommand;

/** Entry point. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(RoostCommand.commandLine(System.getenv()).execute(arguments));
    }
}
