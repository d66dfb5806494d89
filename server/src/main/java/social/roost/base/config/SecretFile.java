package social.roost.base.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A file that contains only a secret, as provided by Docker, Kubernetes and systemd. Unlike a flag it is not visible in
 * the list of processes, and unlike a variable it is not passed on to child processes.
 */
public final class SecretFile {
    private static final int MAXIMUM_BYTES = 64 << 10;

    private SecretFile() {}

    /**
     * Reads the secret without the line break at the end of the file that most editors add.
     *
     * @throws IOException also if the file is empty, too large or not UTF-8
     */
    public static String read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString());
        }
    }

    /**
     * Like {@link #read(Path)}, from a stream, which stays open.
     *
     * @param name for messages
     */
    public static String read(InputStream in, String name) throws IOException {
        byte[] bytes = in.readNBytes(MAXIMUM_BYTES + 1);
        if (bytes.length > MAXIMUM_BYTES) {
            throw new IOException(name + " is larger than " + MAXIMUM_BYTES + " bytes");
        }
        String text = decode(bytes, name).replaceFirst("\\r?\\n$", "");
        if (text.isEmpty()) {
            throw new IOException(name + " is empty");
        }
        return text;
    }

    private static String decode(byte[] bytes, String name) throws IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IOException(name + " is not UTF-8 text", e);
        }
    }

    /** Why a secret could not be read, as the end of a sentence. */
    public static String reason(Exception failure) {
        return failure instanceof NoSuchFileException
                ? failure.getMessage() + " does not exist"
                : String.valueOf(failure.getMessage());
    }
}
