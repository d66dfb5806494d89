package social.roost.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.sql.SqliteStage;
import social.roost.http.Json;
import social.roost.media.MediaContent;
import social.roost.media.MediaKind;
import social.roost.media.MediaLibrary;
import social.roost.media.MediaState;
import social.roost.media.MediaStore;
import social.roost.media.MediaUse;
import social.roost.media.Medium;
import social.roost.media.PrivateUrls;
import social.roost.media.Purpose;
import social.roost.media.Rendition;
import social.roost.media.ShownMedium;
import social.roost.media.sql.SqlMediaStore;

@DisplayName("The JSON of private media (H1)")
class PrivateMediaJsonTest {
    private static final String SIGNED = "/media-files/\\w+\\.\\w+\\?reader=8&expires=\\d+&signature=[0-9a-f]{64}";

    private final PrivateUrls urls =
            new PrivateUrls(() -> "secret".getBytes(StandardCharsets.UTF_8), InstantSource.system());
    private SqliteStage stage;
    private MediaStore store;
    private MediaLibrary library;

    @BeforeEach
    void open(@TempDir Path folder) {
        stage = new SqliteStage(folder);
        store = new SqlMediaStore(stage.database(), stage.events());
        library = new MediaLibrary(store, "https://cdn.example.org/", 1 << 20);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private ShownMedium shown(MediaKind kind, MediaUse use, String... types) {
        List<MediaContent.File> files =
                List.of(types).stream().map(PrivateMediaJsonTest::file).toList();
        store.add(new Medium(
                7,
                3,
                new Medium.Upload(Purpose.MESSAGE, "image/png", 5),
                MediaState.READY,
                null,
                new MediaContent(kind, 40, 20, null, "L00000", files),
                Medium.Description.NONE,
                List.of(use),
                new Medium.Work(1, 1, 1, 1, Medium.NEVER)));
        return Objects.requireNonNull(library.find(7));
    }

    private static MediaContent.File file(String type) {
        boolean video = type.equals("mp4");
        return new MediaContent.File(
                video ? Rendition.VIDEO : type, type + "." + (video ? "mp4" : "png"), "image/png", 40, 20, 5);
    }

    private static JsonNode json(MediaJson media) throws IOException {
        return new ObjectMapper().readTree(Json.encode(media));
    }

    @Test
    void eachSizeOfAnImageHasASignedUrl() throws IOException {
        ShownMedium shown = shown(MediaKind.IMAGE, MediaUse.message(12), "thumb", "small");
        JsonNode sizes = json(MediaJson.of(shown, urls, 8)).path("sizes");
        assertThat(sizes.findValuesAsText("url")).hasSize(2).allMatch(url -> url.matches(SIGNED));
        assertThat(sizes.findValuesAsText("url")).doesNotHaveDuplicates();
    }

    @Test
    void soHaveTheVideoAndItsPoster() throws IOException {
        JsonNode json = json(MediaJson.of(shown(MediaKind.VIDEO, MediaUse.message(12), "small", "mp4"), urls, 8));
        assertThat(json.at("/poster/0/url").asText()).matches(SIGNED);
        assertThat(json.at("/video/url").asText()).matches(SIGNED);
    }

    @Test
    void theFormForEveryoneNamesNoCache() throws IOException {
        ShownMedium shown = shown(MediaKind.IMAGE, MediaUse.message(12), "thumb");
        assertThat(json(MediaJson.of(shown)).at("/sizes/0/url").asText()).isEqualTo("/media-files/thumb.png");
        assertThat(new String(MediaJson.ENCODING.of(shown), StandardCharsets.UTF_8))
                .doesNotContain("cdn.example.org", "signature");
    }

    @Test
    void publicMediaAreDeliveredByTheCache() throws IOException {
        ShownMedium shown = shown(MediaKind.IMAGE, MediaUse.tweet(12), "thumb");
        assertThat(json(MediaJson.of(shown)).at("/sizes/0/url").asText())
                .isEqualTo("https://cdn.example.org/thumb.png");
    }
}
