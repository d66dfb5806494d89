package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.link.LinkCard;

/** The cards of links next to tweets. Those in the store are fresh, so that the server fetches nothing. */
@Timeout(120)
class CardsOnPagesTest {
    private static final String LINK = "https://example.org/view";

    @TempDir
    Path folder;

    private LocalServer roost;
    private String alice;
    private String token;

    @BeforeEach
    void open() {
        start("true");
        alice = roost.register("alice");
        token = roost.token(alice);
    }

    @AfterEach
    void close() {
        roost.close();
    }

    @Test
    void everyPageContainsTheCardOfEachFirstLinkOnce() {
        store(LINK, "View");
        store("https://example.org/second", "Second");
        String id = roost.post(token, "See " + LINK + " and https://example.org/second");
        roost.post(token, "Again " + LINK);
        roost.quote(token, id, "Nothing here");
        for (String path : List.of(
                "timelines/home", "users/" + alice + "/tweets", "tweets/" + id, "tweets/" + id + "/conversation")) {
            assertThat(cards("/api/roost/v1/" + path)).as(path).hasToString("""
                            [{"url":"https://example.org/view","title":"View","description":"About View","site":"Site"}]""");
        }
    }

    @Test
    void aPageWithoutCardsHasNoneAndACardThatArrivesAppears() {
        String id = roost.post(token, "Hello");
        assertThat(cards("/api/roost/v1/tweets/" + id).isMissingNode()).isTrue();
        store(LINK, "View");
        String linked = roost.post(token, LINK);
        assertThat(cards("/api/roost/v1/tweets/" + linked)).hasSize(1);
    }

    @Test
    void switchedOffNoCardIsShown() {
        store(LINK, "View");
        String id = roost.post(token, LINK);
        roost.close();
        start("false");
        assertThat(cards("/api/roost/v1/tweets/" + id).isMissingNode()).isTrue();
    }

    private void start(String enabled) {
        roost = new LocalServer(folder, "links.cards=" + enabled);
    }

    private void store(String link, String title) {
        roost.server
                .stores()
                .tweets()
                .cards()
                .put(new LinkCard(link, new LinkCard.Texts(title, "About " + title, "Site"), roost.clock.millis()));
    }

    private JsonNode cards(String path) {
        return expect(200, roost.get(path, token)).json().path("includes").path("cards");
    }
}
