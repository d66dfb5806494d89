package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/**
 * A build of the server that is one step ahead: a mute appends one more event, of the new type {@code MuteTold}, and its
 * consumer notifies the muted user, as of a follow.
 *
 * <p>Those are the changes to the sources that a developer would make for it, but for the golden line, which only a unit
 * test reads. They are made in copies of four files. Just these are compiled, against this build: with the result in
 * front of its classes, the JVM runs the same program as after a complete build.
 */
final class NewerBuild {
    private static final Path SOURCES = Path.of("src/main/java/social/roost");

    private static final List<Change> CHANGES = List.of(
            new Change(
                    "event/Event.java",
                    "record Unmuted(",
                    "record MuteTold(long userId, long otherId) implements OfBlocks, Reach.Actor {}"),
            new Change("graph/sql/SqlBlockStore.java", "outbox.append(handle, event);", """
                    if (event instanceof Event.Muted(long user, long other)) {
                        outbox.append(handle, new Event.MuteTold(user, other));
                    }"""),
            new Change("app/GraphInvalidation.java", "case Event.OfFame _ -> {}", "case Event.MuteTold _ -> {}"),
            new Change("notification/Notifier.java", "if (event instanceof Event.OfFollows follow) {", """
                    if (event instanceof Event.MuteTold(long user, long other)) {
                        writer.add(new Notice(other, NotificationType.FOLLOW, other, user));
                    }"""));

    private NewerBuild() {}

    /** Returns the folder of the changed classes. */
    static Path compile(Path folder) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<String> arguments = new ArrayList<>(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString(),
                "-proc:none",
                "-implicit:none",
                "-parameters"));
        for (Change change : CHANGES) {
            arguments.add(change.madeIn(folder).toString());
        }
        int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(code).as("javac").isZero();
        return classes;
    }

    /**
     * Lines that are added to a file.
     *
     * @param before part of the line that they precede, once in the file
     */
    private record Change(String file, String before, String added) {
        Path madeIn(Path folder) throws IOException {
            String source = Files.readString(SOURCES.resolve(file));
            int place = source.indexOf(before);
            assertThat(place).as("'%s' in %s", before, file).isNotNegative();
            assertThat(source.lastIndexOf(before))
                    .as("only one '%s' in %s", before, file)
                    .isEqualTo(place);
            Path changed = folder.resolve(file);
            Files.createDirectories(changed.getParent());
            return Files.writeString(changed, source.substring(0, place) + added + "\n" + source.substring(place));
        }
    }
}
