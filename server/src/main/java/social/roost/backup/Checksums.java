package social.roost.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file {@code SHA256SUMS} of a backup, which {@code sha256sum -c} reads too. */
final class Checksums {
    private static final List<String> FILES =
            List.of(BackupFolder.MANIFEST, BackupFolder.DATABASE, BackupFolder.MEDIA_LIST);
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) {2}(\\S+)");

    private Checksums() {}

    static void write(Path backup) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String name : FILES) {
            lines.append(Contents.hash(backup.resolve(name)))
                    .append("  ")
                    .append(name)
                    .append('\n');
        }
        Contents.write(backup.resolve(BackupFolder.CHECKSUMS), lines.toString());
    }

    /**
     * Checks the files of a backup.
     *
     * @throws BackupException if one is missing or damaged, with its name
     */
    static void check(Path backup) throws IOException {
        for (Map.Entry<String, String> sum : read(backup).entrySet()) {
            requireHash(backup.resolve(sum.getKey()), sum.getValue());
        }
    }

    /** The SHA-256 of each file, by its name. */
    static Map<String, String> read(Path backup) throws IOException {
        Path sums = backup.resolve(BackupFolder.CHECKSUMS);
        require(Files.isRegularFile(sums), sums + " is missing.");
        Map<String, String> read = new LinkedHashMap<>();
        for (String line : Files.readAllLines(sums, StandardCharsets.ISO_8859_1)) {
            Matcher fields = LINE.matcher(line);
            require(fields.matches() && FILES.contains(fields.group(2)), sums + " is damaged.");
            read.put(fields.group(2), fields.group(1));
        }
        require(read.keySet().containsAll(FILES), sums + " is damaged.");
        return read;
    }

    /** @throws BackupException if the file is missing, or its content is another */
    static void requireHash(Path file, String hash) throws IOException {
        require(Files.isRegularFile(file), file + " is missing.");
        require(
                Contents.hash(file).equals(hash),
                file + " is damaged: its content does not have the SHA-256 " + hash + ".");
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new BackupException("The backup cannot be used: " + problem);
        }
    }
}
