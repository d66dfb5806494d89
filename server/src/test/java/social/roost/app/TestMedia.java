package social.roost.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.DoubleConsumer;
import social.roost.media.Failure;
import social.roost.media.MediaKind;
import social.roost.media.MediaProcessing;
import social.roost.media.ObjectStorage;
import social.roost.media.ProcessedMedia;
import social.roost.media.Purpose;
import social.roost.media.Rendition;

/** Processing that decides by the first letters of a file and copies it. */
final class TestMedia implements MediaProcessing {
    private static final String PNG = "PNG ";
    private static final String VIDEO = "VIDEO ";
    private static final String BLOCKING = "BLOCKING ";
    private static final String TRANSIENT = "TRANSIENT ";

    private final CountDownLatch never = new CountDownLatch(1);

    /** Other stores with this processing. */
    static Stores in(Stores stores) {
        return in(stores, stores.media().objects());
    }

    /** The same with another object storage. */
    static Stores in(Stores stores, ObjectStorage objects) {
        Stores.OfMedia media = stores.media();
        return new Stores(
                stores.users(),
                stores.graph(),
                stores.tweets(),
                stores.drafts(),
                new Stores.OfMedia(media.rows(), objects, media.arriving(), new TestMedia(), media.naming()),
                stores.timelines(),
                stores.search(),
                stores.analytics(),
                stores.trends(),
                stores.notifications(),
                stores.messages(),
                stores.push(),
                stores.ranking(),
                stores.mail(),
                stores.moderation(),
                stores.presence(),
                stores.rates(),
                stores.infrastructure(),
                stores.upkeep(),
                stores.opened());
    }

    /** A file that becomes an image with this content. */
    static byte[] png(String content) {
        return bytes(PNG + content);
    }

    static byte[] video(String content) {
        return bytes(VIDEO + content);
    }

    /** Its processing never ends. */
    static byte[] blocking() {
        return bytes(BLOCKING);
    }

    /** Its processing fails each time, though it is not to blame. */
    static byte[] failing() {
        return bytes(TRANSIENT);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Set<MediaKind> kinds() {
        return EnumSet.allOf(MediaKind.class);
    }

    @Override
    public Outcome process(Path input, Purpose purpose, Path outputFolder, DoubleConsumer progress)
            throws IOException, InterruptedException {
        String text = Files.readString(input, StandardCharsets.ISO_8859_1);
        if (text.startsWith(BLOCKING)) {
            never.await();
        }
        if (text.startsWith(TRANSIENT)) {
            throw new IOException("Not now");
        }
        progress.accept(1);
        if (text.startsWith(PNG)) {
            List<Rendition> pictures = List.of(
                    copy(input, outputFolder, Rendition.THUMB, "image/png"),
                    copy(
                            input,
                            outputFolder,
                            purpose == Purpose.AVATAR ? Rendition.AVATAR : Rendition.SMALL,
                            "image/png"));
            return new Done(new ProcessedMedia(MediaKind.IMAGE, 40, 20, null, "L00000", pictures));
        }
        if (text.startsWith(VIDEO)) {
            List<Rendition> files = List.of(
                    copy(input, outputFolder, Rendition.SMALL, "image/jpeg"),
                    copy(input, outputFolder, Rendition.VIDEO, "video/mp4"));
            return new Done(new ProcessedMedia(MediaKind.VIDEO, 40, 20, 2_000L, "L00000", files));
        }
        return new Rejected(Failure.DAMAGED_FILE);
    }

    /** Each size differs from the others. */
    private static Rendition copy(Path input, Path folder, String name, String type) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, Files.readString(input) + " " + name);
        return new Rendition(name, file, type, 40, 20, Files.size(file));
    }

    @Override
    public void close() {}
}
