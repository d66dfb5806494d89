package social.roost.backup;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import social.roost.base.OwnerOnly;

/**
 * The objects of a backup, as a text file with a line for each, in the order of their media. It is read and written line
 * by line, because there can be millions.
 */
final class MediaList {
    private static final Pattern LINE = Pattern.compile("(\\d+) ([0-9a-f]{64}) (\\d+) (-?\\d+) ([A-Za-z0-9._/-]+)");

    private MediaList() {}

    /** The size of the objects in a list that another one does not have. */
    static long bytesNotIn(Path list, @Nullable Path earlier) throws IOException {
        long bytes = 0;
        try (Reader all = new Reader(list);
                Reader known = new Reader(earlier)) {
            for (Entry entry = all.read(); entry != null; entry = all.read()) {
                bytes += known.find(entry.mediumId(), entry.key()) == null ? entry.bytes() : 0;
            }
        }
        return bytes;
    }

    /**
     * An object.
     *
     * @param hash SHA-256 of its content
     * @param modifiedAt when the file changed, in milliseconds since 1970
     */
    record Entry(long mediumId, String hash, long bytes, long modifiedAt, String key) {

        static Entry parse(Path list, String line) {
            Matcher fields = LINE.matcher(line);
            if (!fields.matches()
                    || fields.group(5).contains("..")
                    || fields.group(5).startsWith("/")) {
                throw new BackupException(list + " is damaged: it has the line \"" + line + "\".");
            }
            return new Entry(
                    Long.parseLong(fields.group(1)),
                    fields.group(2),
                    Long.parseLong(fields.group(3)),
                    Long.parseLong(fields.group(4)),
                    fields.group(5));
        }

        String line() {
            return mediumId + " " + hash + " " + bytes + " " + modifiedAt + " " + key;
        }

        boolean isLike(long otherBytes, long otherModifiedAt) {
            return bytes == otherBytes && modifiedAt == otherModifiedAt;
        }
    }

    /** Reads a list from its start. Media must be asked for in order. */
    static final class Reader implements AutoCloseable {
        private final @Nullable Path list;
        private final @Nullable BufferedReader lines;
        private @Nullable Entry next;
        private final Map<String, Entry> current = new HashMap<>();
        private long currentId;

        /** @param list null for an empty one */
        Reader(@Nullable Path list) throws IOException {
            this.list = list;
            lines = list == null ? null : Files.newBufferedReader(list);
            var _ = read();
        }

        /** The next object; null after the last. */
        @Nullable
        Entry read() throws IOException {
            String line = lines == null ? null : lines.readLine();
            Entry taken = next;
            next = line == null || list == null ? null : Entry.parse(list, line);
            return taken;
        }

        /** The object of a medium with this key; null if there is none. */
        @Nullable
        Entry find(long mediumId, String key) throws IOException {
            if (mediumId != currentId) {
                current.clear();
                currentId = mediumId;
                for (Entry each = next; each != null && each.mediumId() <= mediumId; each = next) {
                    if (each.mediumId() == mediumId) {
                        current.put(each.key(), each);
                    }
                    var _ = read();
                }
            }
            return current.get(key);
        }

        @Override
        public void close() throws IOException {
            if (lines != null) {
                lines.close();
            }
        }
    }

    /** Writes a new list, which is on disk when it is closed. */
    static final class Writer implements AutoCloseable {
        private final FileChannel channel;
        private final BufferedWriter lines;

        Writer(Path list) throws IOException {
            channel = FileChannel.open(
                    list, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OwnerOnly.newFile());
            lines = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8));
        }

        void add(Entry entry) throws IOException {
            lines.write(entry.line());
            lines.write('\n');
        }

        @Override
        public void close() throws IOException {
            try (lines) {
                lines.flush();
                channel.force(true);
            }
        }
    }
}
