package social.roost.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The types of files that can be uploaded. They are recognized by how they begin, whatever they claim to be. */
public enum FileType {
    JPEG("image/jpeg", MediaKind.IMAGE),
    PNG("image/png", MediaKind.IMAGE),
    GIF("image/gif", MediaKind.GIF),
    WEBP("image/webp", MediaKind.IMAGE),
    MP4("video/mp4", MediaKind.VIDEO),
    QUICKTIME("video/quicktime", MediaKind.VIDEO),
    WEBM("video/webm", MediaKind.VIDEO);

    /** How much of a file is needed to recognize its type. */
    public static final int START = 64;

    private static final Set<String> AUDIO_BRANDS = Set.of("M4A ", "M4B ", "M4P ", "F4A ", "F4B ");

    /** Pictures in the container of MP4, such as HEIC and AVIF. */
    private static final Set<String> PICTURE_BRANDS = Set.of(
            "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis", "crx ", "jp2 ", "jpx ");

    /** What QuickTime files without a brand begin with. */
    private static final Set<String> QUICKTIME_ATOMS = Set.of("moov", "mdat", "wide", "free", "skip", "pnot");

    private final String contentType;
    private final MediaKind kind;

    FileType(String contentType, MediaKind kind) {
        this.contentType = contentType;
        this.kind = kind;
    }

    public String contentType() {
        return contentType;
    }

    /** What such a file usually contains. A GIF may also be a picture, and a picture may turn out to be an animation. */
    public MediaKind kind() {
        return kind;
    }

    public boolean isVideo() {
        return kind == MediaKind.VIDEO;
    }

    /** The type with this content type, in any case. */
    static Optional<FileType> named(String contentType) {
        return Arrays.stream(values())
                .filter(type -> type.contentType.equalsIgnoreCase(contentType))
                .findFirst();
    }

    /**
     * The type of a file, if it can be uploaded.
     *
     * @param start the first {@link #START} bytes of the file, or all of it
     */
    public static Optional<FileType> of(byte[] start) {
        if (hasAt(start, 0, "\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        } else if (hasAt(start, 0, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        } else if (hasAt(start, 0, "GIF87a") || hasAt(start, 0, "GIF89a")) {
            return Optional.of(GIF);
        } else if (hasAt(start, 0, "RIFF") && hasAt(start, 8, "WEBP")) {
            return Optional.of(WEBP);
        } else if (hasAt(start, 0, "\u001aE\u00df\u00a3")) {
            return text(start, 4, start.length).contains("webm") ? Optional.of(WEBM) : Optional.empty();
        }
        return ofAtom(text(start, 4, 8), text(start, 8, 12));
    }

    /** Whether a file is a recording without pictures. */
    public static boolean isAudio(byte[] start) {
        return hasAt(start, 0, "ID3")
                || hasAt(start, 0, "OggS")
                || hasAt(start, 0, "fLaC")
                || (hasAt(start, 0, "RIFF") && hasAt(start, 8, "WAVE"))
                || (hasAt(start, 4, "ftyp") && AUDIO_BRANDS.contains(text(start, 8, 12)))
                || isFrameOfMpegAudio(start);
    }

    private static Optional<FileType> ofAtom(String atom, String brand) {
        if (!atom.equals("ftyp")) {
            return QUICKTIME_ATOMS.contains(atom) ? Optional.of(QUICKTIME) : Optional.empty();
        } else if (brand.length() < 4 || AUDIO_BRANDS.contains(brand) || PICTURE_BRANDS.contains(brand)) {
            return Optional.empty();
        }
        return Optional.of(brand.equals("qt  ") ? QUICKTIME : MP4);
    }

    /** MP3 and AAC without a container. */
    private static boolean isFrameOfMpegAudio(byte[] start) {
        return start.length > 1 && start[0] == (byte) 0xff && (start[1] & 0xe0) == 0xe0 && start[1] != (byte) 0xff;
    }

    private static boolean hasAt(byte[] start, int from, String letters) {
        return text(start, from, from + letters.length()).equals(letters);
    }

    private static String text(byte[] start, int from, int to) {
        int end = Math.min(to, start.length);
        return from >= end ? "" : new String(Arrays.copyOfRange(start, from, end), StandardCharsets.ISO_8859_1);
    }
}
