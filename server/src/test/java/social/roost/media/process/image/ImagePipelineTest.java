package social.roost.media.process.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.roost.media.CameraColors;
import social.roost.media.Clips;
import social.roost.media.Drawings;
import social.roost.media.FileType;
import social.roost.media.PictureBytes;
import social.roost.media.Purpose;
import social.roost.media.Rendition;
import social.roost.media.Samples;

class ImagePipelineTest {
    private static final long MEMORY = 384 << 20;
    private static final int PIXELS = 33_177_600;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyPictureIsUprightWhateverItsFormat(int orientation) throws Exception {
        for (byte[] file : List.of(
                Samples.turnedJpeg(orientation), Samples.turnedPng(orientation), Samples.turnedWebp(orientation))) {
            ImageAnswer.Made made = made(file, Purpose.TWEET);
            assertThat(made.width()).isEqualTo(40);
            assertThat(made.height()).isEqualTo(20);
            assertSameColors(read(made, Rendition.SMALL), Drawings.letter(), 40);
        }
    }

    @ParameterizedTest
    @MethodSource("colorSpaces")
    void colorsAreConvertedToSrgb(CameraColors space) throws Exception {
        int[][] colors = {{255, 0, 0}, {200, 100, 50}, {20, 180, 90}, {128, 128, 128}, {255, 255, 255}};
        for (int[] color : colors) {
            BufferedImage square = Drawings.filled(32, 32, new Color(color[0], color[1], color[2]));
            byte[] profile = space.profile();
            byte[] segment = Arrays.copyOf(PictureBytes.latin("ICC_PROFILE\0\1\1"), 14 + profile.length);
            System.arraycopy(profile, 0, segment, 14, profile.length);
            byte[] jpeg = PictureBytes.withSegment(PictureBytes.jpeg(square, false), 0xe2, segment);
            byte[] deflated = PictureBytes.deflated(profile);
            byte[] chunk = Arrays.copyOf(PictureBytes.latin("a name\0\0"), 8 + deflated.length);
            System.arraycopy(deflated, 0, chunk, 8, deflated.length);
            byte[] png = PictureBytes.withChunk(PictureBytes.encoded(square, "png"), "iCCP", chunk);

            for (byte[] file : List.of(jpeg, png)) {
                Color pixel = new Color(
                        read(made(file, Purpose.TWEET), Rendition.SMALL).getRGB(16, 16));
                assertThat(new int[] {pixel.getRed(), pixel.getGreen(), pixel.getBlue()})
                        .as("%s", Arrays.toString(color))
                        .satisfies(actual -> {
                            int[] expected = space.inSrgb(color[0], color[1], color[2]);
                            for (int band = 0; band < 3; band++) {
                                assertThat(actual[band]).isCloseTo(expected[band], within(3));
                            }
                        });
            }
        }
    }

    static Stream<CameraColors> colorSpaces() {
        return Stream.of(CameraColors.DISPLAY_P3, CameraColors.ADOBE_RGB);
    }

    /** JPEG moves colors a little, too: 2 of the 3 allowed above are for it. */
    @Test
    void aColorOfDisplayP3IsTheOneThatItsDefinitionGives() {
        assertThat(CameraColors.DISPLAY_P3.inSrgb(255, 0, 0)).containsExactly(255, 0, 0);
        assertThat(CameraColors.DISPLAY_P3.inSrgb(200, 100, 50)[0]).isBetween(212, 217);
    }

    @Test
    void aLossyWebpLooksAsOtherDecodersShowIt() throws Exception {
        byte[] webp = Clips.make(
                PictureBytes.encoded(Drawings.gradient(300, 200), "png"), "webp", "-c:v libwebp -quality 40");
        assertSameColors(read(made(webp, Purpose.TWEET), Rendition.SMALL), Drawings.gradient(300, 200), 16);
    }

    @Test
    void pictureForPrintersKeepsItsColors() throws Exception {
        BufferedImage picture = read(made(CameraColors.cmykJpeg(30, 20), Purpose.TWEET), Rendition.SMALL);
        assertSameColors(picture, Drawings.filled(30, 20, new Color(200, 150, 100)), 6);
    }

    @Test
    void aPictureHasFourSizes() throws Exception {
        ImageAnswer.Made made = made(PictureBytes.jpeg(Drawings.gradient(3_000, 1_500), false), Purpose.TWEET);
        assertThat(sizes(made)).containsExactly("thumb 150x150", "small 680x340", "medium 1200x600", "large 2048x1024");
        assertSameColors(read(made, Rendition.LARGE), Drawings.gradient(2_048, 1_024), 6);
        assertSameColors(read(made, Rendition.SMALL), Drawings.gradient(680, 340), 6);
    }

    @ParameterizedTest
    @MethodSource("smallPictures")
    void noSizeIsLargerThanTheOriginal(int width, int height, List<String> sizes) throws Exception {
        byte[] png = PictureBytes.encoded(Drawings.gradient(width, height), "png");
        assertThat(sizes(made(png, Purpose.TWEET))).isEqualTo(sizes);
    }

    static Stream<Arguments> smallPictures() {
        return Stream.of(
                Arguments.of(1, 1, List.of("thumb 1x1", "small 1x1")),
                Arguments.of(100, 50, List.of("thumb 50x50", "small 100x50")),
                Arguments.of(680, 300, List.of("thumb 150x150", "small 680x300")),
                Arguments.of(300, 700, List.of("thumb 150x150", "small 291x680", "medium 300x700")));
    }

    @Test
    void avatarsAreSquareAndHeadersThreeTimesAsWideAsHigh() throws Exception {
        byte[] jpeg = PictureBytes.jpeg(Drawings.gradient(1_000, 600), false);
        assertThat(sizes(made(jpeg, Purpose.AVATAR))).containsExactly("thumb 96x96", "avatar 400x400");
        assertThat(sizes(made(jpeg, Purpose.HEADER))).containsExactly("small 600x200", "header 1000x333");
        assertThat(sizes(made(Samples.turnedJpeg(6), Purpose.HEADER))).containsExactly("small 40x13", "header 40x13");
    }

    @Test
    void transparencyIsKeptAndColorsDoNotBleed() throws Exception {
        ImageAnswer.Made made = made(PictureBytes.encoded(Drawings.fading(1_000, 100), "png"), Purpose.TWEET);
        assertThat(made.renditions())
                .allSatisfy(rendition -> assertThat(rendition.contentType()).isEqualTo("image/png"));
        BufferedImage small = read(made, Rendition.SMALL);
        Color middle = new Color(small.getRGB(340, 30), true);
        assertThat(middle.getAlpha()).isCloseTo(128, within(2));
        assertThat(middle.getRed()).isEqualTo(255);
        assertThat(middle.getGreen()).isZero();
    }

    @Test
    void anOpaquePictureWithAlphaBecomesJpeg() throws Exception {
        BufferedImage opaque = new BufferedImage(50, 50, BufferedImage.TYPE_INT_ARGB);
        for (int pixel = 0; pixel < 2_500; pixel++) {
            opaque.setRGB(pixel % 50, pixel / 50, 0xff336699);
        }
        ImageAnswer.Made made = made(PictureBytes.encoded(opaque, "png"), Purpose.TWEET);
        assertThat(made.renditions().getFirst().contentType()).isEqualTo("image/jpeg");
        assertSameColors(read(made, Rendition.SMALL), opaque, 4);
    }

    @Test
    void aFrameOfAGifIsWhereItBelongs() throws Exception {
        byte[] gif = PictureBytes.gif(1, 0);
        gif[6] = 3;
        gif[8] = 2;
        gif[13 + 6 + 8 + 1] = 1; // one pixel from the left
        BufferedImage picture = read(made(gif, Purpose.TWEET), Rendition.SMALL);
        assertThat(picture.getWidth()).isEqualTo(3);
        assertThat(picture.getHeight()).isEqualTo(2);
        assertThat(picture.getRGB(1, 0) >>> 24).isEqualTo(255);
        assertThat(picture.getRGB(0, 0) >>> 24).isZero();
    }

    @Test
    void aPictureThatExceedsTheBudgetIsDecodedInPart() throws Exception {
        byte[] jpeg = PictureBytes.jpeg(Drawings.gradient(3_000, 2_000), false);
        ImageAnswer.Made made = made(new ImagePipeline(8 << 20), jpeg, Purpose.TWEET);
        assertThat(sizes(made)).contains("medium 1200x800", "large 1500x1000");
        assertSameColors(read(made, Rendition.MEDIUM), Drawings.gradient(1_200, 800), 6);
    }

    @Test
    void nothingOfTheUploadIsLeftButThePicture() throws Exception {
        byte[] jpeg = PictureBytes.withSegment(Samples.turnedJpeg(3), 0xfe, PictureBytes.latin("secret <script>"));
        for (Rendition rendition : made(jpeg, Purpose.TWEET).renditions()) {
            String content = Files.readString(rendition.file(), StandardCharsets.ISO_8859_1);
            assertThat(content).doesNotContain("secret", "script", "Exif", "ICC");
        }
    }

    @Test
    void theSameFileGivesTheSameResult() throws Exception {
        byte[] jpeg = PictureBytes.jpeg(Drawings.noise(300, 200), false);
        byte[] first = Files.readAllBytes(
                made(jpeg, Purpose.TWEET).renditions().getLast().file());
        byte[] second = Files.readAllBytes(
                made(jpeg, Purpose.TWEET).renditions().getLast().file());
        assertThat(second).isEqualTo(first);
    }

    @Test
    void aFullDiskIsNotTheFilesFault() {
        ImageJob job = job(PictureBytes.jpeg(Drawings.letter(), false), Purpose.TWEET, folder.resolve("missing"));
        assertThatThrownBy(() -> new ImagePipeline(MEMORY).process(job)).isInstanceOf(IOException.class);
    }

    private ImageAnswer.Made made(byte[] file, Purpose purpose) throws Exception {
        return made(new ImagePipeline(MEMORY), file, purpose);
    }

    private ImageAnswer.Made made(ImagePipeline pipeline, byte[] file, Purpose purpose) throws Exception {
        ImageAnswer answer = pipeline.process(job(file, purpose, folder));
        assertThat(answer).isInstanceOf(ImageAnswer.Made.class);
        assertThat(ImageAnswer.parse(answer.text())).isEqualTo(answer);
        return (ImageAnswer.Made) answer;
    }

    private ImageJob job(byte[] file, Purpose purpose, Path output) {
        try {
            Path input = folder.resolve("input with spaces\tand more");
            Files.write(input, file);
            FileType type = FileType.of(Arrays.copyOf(file, FileType.START)).orElseThrow();
            ImageJob job = new ImageJob(input, type, purpose, output, PIXELS);
            assertThat(ImageJob.parse(job.text())).isEqualTo(job);
            return job;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> sizes(ImageAnswer.Made made) {
        return made.renditions().stream()
                .map(rendition -> "%s %dx%d".formatted(rendition.name(), rendition.width(), rendition.height()))
                .toList();
    }

    private static BufferedImage read(ImageAnswer.Made made, String name) throws IOException {
        Rendition rendition = made.renditions().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        BufferedImage image = ImageIO.read(rendition.file().toFile());
        assertThat(image.getWidth()).isEqualTo(rendition.width());
        assertThat(image.getHeight()).isEqualTo(rendition.height());
        assertThat(Files.size(rendition.file())).isEqualTo(rendition.bytes());
        return image;
    }

    /** JPEG changes pixels, most at the edges of colors. */
    private static void assertSameColors(BufferedImage actual, BufferedImage expected, int tolerance) {
        assertThat(actual.getWidth()).isEqualTo(expected.getWidth());
        assertThat(actual.getHeight()).isEqualTo(expected.getHeight());
        long difference = 0;
        for (int y = 0; y < expected.getHeight(); y++) {
            for (int x = 0; x < expected.getWidth(); x++) {
                Color one = new Color(actual.getRGB(x, y));
                Color other = new Color(expected.getRGB(x, y));
                difference += Math.abs(one.getRed() - other.getRed())
                        + Math.abs(one.getGreen() - other.getGreen())
                        + Math.abs(one.getBlue() - other.getBlue());
            }
        }
        assertThat(difference / (3.0 * expected.getWidth() * expected.getHeight()))
                .as("mean difference")
                .isLessThan(tolerance);
    }
}
