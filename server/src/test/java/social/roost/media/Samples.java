package social.roost.media;

import static social.roost.media.PictureBytes.latin;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Uploads that went wrong on other servers, each with its correct result. The word {@code secret} is in what must not be
 * published, and {@code <script} in what must not be executed.
 */
public final class Samples {
    private static final String SCRIPT = "<script>alert(1)</script>";

    private Samples() {}

    public static List<Sample> all() {
        return Stream.of(pictures(), animations(), videos(), recordings())
                .flatMap(List::stream)
                .toList();
    }

    /** Those that need no ffmpeg. */
    public static List<Sample> pictures() {
        return Stream.of(turned(), colors(), bombs(), damaged(), disguised())
                .flatMap(List::stream)
                .toList();
    }

    /** Stored lying on their sides or mirrored. */
    private static List<Sample> turned() {
        List<Sample> samples = new ArrayList<>();
        for (int value = 1; value <= 8; value++) {
            int orientation = value;
            samples.add(Sample.image("JPEG with orientation " + value, 40, 20, () -> turnedJpeg(orientation)));
            samples.add(Sample.image("PNG with orientation " + value, 40, 20, () -> turnedPng(orientation)));
            samples.add(Sample.image("WebP with orientation " + value, 40, 20, () -> turnedWebp(orientation)));
        }
        return samples;
    }

    public static byte[] turnedJpeg(int orientation) {
        byte[] jpeg = PictureBytes.jpeg(Drawings.stored(Drawings.letter(), orientation), false);
        byte[] exif = PictureBytes.exif(orientation);
        byte[] segment = Arrays.copyOf(latin("Exif\0\0"), 6 + exif.length);
        System.arraycopy(exif, 0, segment, 6, exif.length);
        return PictureBytes.withSegment(jpeg, 0xe1, segment);
    }

    public static byte[] turnedPng(int orientation) {
        byte[] png = PictureBytes.encoded(Drawings.stored(Drawings.letter(), orientation), "png");
        return PictureBytes.withChunk(png, "eXIf", PictureBytes.exif(orientation));
    }

    public static byte[] turnedWebp(int orientation) {
        BufferedImage stored = Drawings.stored(Drawings.letter(), orientation);
        byte[] webp = Clips.make(PictureBytes.encoded(stored, "png"), "webp", "-c:v libwebp -lossless 1");
        byte[] exif = PictureBytes.exif(orientation);
        return PictureBytes.withWebpChunk(webp, "EXIF", exif, 8, stored.getWidth(), stored.getHeight());
    }

    private static List<Sample> colors() {
        BufferedImage gray = new BufferedImage(30, 20, BufferedImage.TYPE_BYTE_GRAY);
        BufferedImage palette = new BufferedImage(30, 20, BufferedImage.TYPE_BYTE_INDEXED);
        BufferedImage deep = new BufferedImage(30, 20, BufferedImage.TYPE_USHORT_GRAY);
        return List.of(
                Sample.image("transparent PNG", 60, 20, () -> PictureBytes.encoded(Drawings.fading(60, 20), "png")),
                Sample.image("gray JPEG", 30, 20, () -> PictureBytes.encoded(gray, "jpeg")),
                Sample.image("PNG with a palette", 30, 20, () -> PictureBytes.encoded(palette, "png")),
                Sample.image("PNG of 16 bits", 30, 20, () -> PictureBytes.encoded(deep, "png")),
                Sample.image("CMYK JPEG", 30, 20, () -> CameraColors.cmykJpeg(30, 20)),
                Sample.image("lossy WebP", 64, 48, () -> Clips.make("webp", "-f lavfi -i testsrc=s=64x48 -frames:v 1")),
                Sample.image(
                        "large JPEG", 2_048, 1_024, () -> PictureBytes.jpeg(Drawings.gradient(4_000, 2_000), true)));
    }

    /** Small files of huge pictures, and of huge texts. */
    private static List<Sample> bombs() {
        return List.of(
                Sample.rejected(
                        "PNG that claims 16,384 x 16,384",
                        Failure.IMAGE_TOO_LARGE,
                        () -> PictureBytes.png(16_384, 16_384, 6, 8, new byte[1])),
                Sample.rejected(
                        "progressive JPEG of 50 megapixels",
                        Failure.IMAGE_TOO_LARGE,
                        () -> PictureBytes.claiming(PictureBytes.jpeg(Drawings.letter(), true), 8_000, 6_250)),
                Sample.rejected("WebP of 16,383 x 16,383", Failure.IMAGE_TOO_LARGE, Samples::hugeWebp),
                Sample.rejected("GIF of 65,535 x 65,535", Failure.IMAGE_TOO_LARGE, Samples::hugeGif),
                Sample.rejected("GIF of 10,000 frames", Failure.VIDEO_TOO_LONG, () -> PictureBytes.gif(10_000, 10)),
                Sample.image("PNG with a profile that is a bomb", 40, 20, () -> bombed("iCCP", "profile\0\0")),
                Sample.image("PNG with a text that is a bomb", 40, 20, () -> bombed("zTXt", "text\0\0")));
    }

    private static byte[] bombed(String chunk, String start) {
        byte[] deflated = PictureBytes.deflated(new byte[50 << 20]);
        byte[] content = Arrays.copyOf(latin(start), start.length() + deflated.length);
        System.arraycopy(deflated, 0, content, start.length(), deflated.length);
        return PictureBytes.withChunk(PictureBytes.encoded(Drawings.letter(), "png"), chunk, content);
    }

    private static byte[] hugeWebp() {
        return latin("RIFF\u0012\0\0\0WEBPVP8L\6\0\0\0/\u00fe\u00bf\u00ff\u000f\0");
    }

    private static byte[] hugeGif() {
        byte[] gif = PictureBytes.gif(1, 0);
        Arrays.fill(gif, 6, 10, (byte) 0xff);
        return gif;
    }

    private static List<Sample> damaged() {
        byte[] jpeg = PictureBytes.jpeg(Drawings.noise(200, 100), false);
        byte[] png = PictureBytes.encoded(Drawings.noise(200, 100), "png");
        return List.of(
                Sample.rejected("nothing", Failure.DAMAGED_FILE, () -> new byte[0]),
                Sample.rejected("JPEG cut at 60 %", Failure.DAMAGED_FILE, () -> cut(jpeg, 0.6)),
                Sample.rejected("PNG cut at 60 %", Failure.DAMAGED_FILE, () -> cut(png, 0.6)),
                Sample.rejected("PNG with a wrong checksum", Failure.DAMAGED_FILE, () -> changed(png, 20)),
                Sample.rejected("PNG with garbled pixels", Failure.DAMAGED_FILE, () -> changed(png, png.length / 2)),
                Sample.rejected("GIF cut", Failure.DAMAGED_FILE, () -> cut(PictureBytes.gif(1, 0), 0.8)),
                Sample.rejected("WebP cut", Failure.DAMAGED_FILE, () -> cut(turnedWebp(1), 0.6)),
                Sample.rejected(
                        "only the start of a JPEG", Failure.DAMAGED_FILE, () -> latin("\u00ff\u00d8\u00ff\u00e0")),
                Sample.image("PNG of 67 bytes", 1, 1, PictureBytes.SMALLEST_PNG::clone),
                Sample.image("JPEG of one pixel", 1, 1, () -> PictureBytes.jpeg(Drawings.noise(1, 1), false)),
                Sample.image("narrow PNG", 1, 2_048, () -> PictureBytes.encoded(Drawings.noise(1, 4_000), "png")));
    }

    private static List<Sample> disguised() {
        byte[] letter = PictureBytes.jpeg(Drawings.letter(), false);
        byte[] gif = PictureBytes.encoded(Drawings.filled(20, 10, Color.BLUE), "gif");
        return List.of(
                Sample.rejected("SVG", Failure.UNSUPPORTED_TYPE, () -> latin("<svg onload=\"alert(1)\"/>")),
                Sample.rejected("HTML called .jpg", Failure.UNSUPPORTED_TYPE, () -> latin("<html>" + SCRIPT)),
                Sample.rejected("ZIP", Failure.UNSUPPORTED_TYPE, () -> latin("PK\3\4\u0014\0\0\0")),
                Sample.rejected("HEIC", Failure.UNSUPPORTED_TYPE, () -> latin("\0\0\0\u0018ftypheic\0\0\0\0mif1heic")),
                Sample.rejected("GIF that is a script", Failure.DAMAGED_FILE, () -> latin("GIF89a/*" + SCRIPT + "*/")),
                Sample.image(
                        "JPEG with HTML in a comment",
                        40,
                        20,
                        () -> PictureBytes.withSegment(letter, 0xfe, latin(SCRIPT + "secret"))),
                Sample.image("JPEG with HTML after its end", 40, 20, () -> joined(letter, latin(SCRIPT + "secret"))),
                Sample.image("GIF with HTML after its end", 20, 10, () -> joined(gif, latin(SCRIPT + "secret"))));
    }

    private static List<Sample> animations() {
        String alpha = "-f lavfi -i color=red@0.5:s=40x20:r=5:d=0.6,format=rgba";
        return List.of(
                Sample.image(
                        "GIF of one frame",
                        1_920,
                        1_080,
                        () -> PictureBytes.encoded(Drawings.filled(1_920, 1_080, Color.GREEN), "gif")),
                Sample.gif("GIF", 64, 48, () -> Clips.make("gif", "-f lavfi -i testsrc=s=64x48:r=10:d=1")),
                Sample.gif("GIF of odd size", 64, 48, () -> Clips.make("gif", "-f lavfi -i testsrc=s=65x49:r=10:d=1")),
                Sample.gif("noisy GIF of 5 MB", 640, 480, Samples::noisyGif),
                Sample.gif("animated PNG", 40, 20, () -> Clips.make("png", alpha + " -plays 0 -f apng")),
                Sample.rejected(
                        "animated WebP",
                        Failure.ANIMATION_NOT_SUPPORTED,
                        () -> Clips.make("webp", "-f lavfi -i testsrc=s=40x20:r=5:d=0.6 -c:v libwebp_anim")));
    }

    private static byte[] noisyGif() {
        return Clips.make("gif", "-f lavfi -i color=gray:s=640x480:r=10:d=1.5,noise=alls=100:allf=t");
    }

    private static List<Sample> videos() {
        Supplier<byte[]> upright = () -> Clips.video(320, 240, 1);
        return List.of(
                Sample.video("MP4", 320, 240, upright),
                Sample.video("MP4 turned by 90 degrees", 240, 320, () -> Clips.turned(upright.get())),
                Sample.video("mirrored MP4", 320, 240, () -> Clips.mirrored(upright.get())),
                Sample.video("WebM of odd size", 1_644, 1_040, () -> webm(1_645, 1_041)),
                Sample.video("video of one pixel", 2, 2, () -> webm(1, 1)),
                Sample.video("narrow video", 2, 1_920, () -> webm(2, 2_000)),
                Sample.video("recording of a large screen", 1_800, 1_080, () -> webm(5_000, 3_000)),
                Sample.rejected("MP4 cut at 60 %", Failure.DAMAGED_FILE, () -> cut(upright.get(), 0.6)),
                Sample.rejected("streamable MP4 cut at 60 %", Failure.DAMAGED_FILE, () -> cut(streamable(), 0.6)));
    }

    private static byte[] webm(int width, int height) {
        return Clips.make(
                "webm",
                "-f lavfi -i testsrc=s=%dx%d:r=5 -frames:v 2 -c:v libvpx -deadline realtime -cpu-used 8"
                        .formatted(width, height));
    }

    private static byte[] streamable() {
        return Clips.make(Clips.video(320, 240, 8), "mp4", "-c copy -movflags +faststart");
    }

    private static List<Sample> recordings() {
        String sound = "-f lavfi -i sine=d=1 ";
        return List.of(
                Sample.rejected("M4A", Failure.AUDIO_NOT_SUPPORTED, () -> Clips.make("m4a", sound)),
                Sample.rejected("MP4 without video", Failure.AUDIO_NOT_SUPPORTED, () -> Clips.make("mp4", sound)),
                Sample.rejected("WebM without video", Failure.AUDIO_NOT_SUPPORTED, () -> Clips.make("webm", sound)),
                Sample.rejected("Ogg", Failure.AUDIO_NOT_SUPPORTED, () -> Clips.make("ogg", sound)),
                Sample.rejected(
                        "MP3 with a cover", Failure.AUDIO_NOT_SUPPORTED, () -> Clips.make("mp3", sound + cover())),
                Sample.rejected(
                        "MP4 with a cover", Failure.AUDIO_NOT_SUPPORTED, () -> Clips.make("mp4", sound + cover())));
    }

    private static String cover() {
        return "-f lavfi -i testsrc=s=64x64:r=1:d=1 -map 0 -map 1 -c:v mjpeg -disposition:v:0 attached_pic";
    }

    private static byte[] cut(byte[] content, double share) {
        return Arrays.copyOf(content, (int) (content.length * share));
    }

    private static byte[] changed(byte[] content, int at) {
        byte[] changed = content.clone();
        changed[at] ^= 0x55;
        return changed;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
