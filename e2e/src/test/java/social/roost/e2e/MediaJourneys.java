package social.roost.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Pictures, GIFs and videos, with the real processing. */
interface MediaJourneys extends Journey {
    private Uploads uploads() {
        return new Uploads(address());
    }

    @Test
    default void fourPicturesAreSeenLiveAndGoneWithTheirTweetI1C1C6() {
        Client alice = join("alice");
        Client bob = join("bob");
        bob.follow(alice.id());
        Await.equal("home", () -> bob.home(1).status(), 200);
        List<String> pictures = new ArrayList<>();
        for (Color color : List.of(Color.RED, Color.GREEN, Color.BLUE, Color.ORANGE)) {
            String id = uploads().ready(alice, "image/png", Uploads.png(1_600, 900, color), "tweet");
            var _ = alice.send("PATCH", "/media/" + id, Map.of("alt_text", "All of it is " + color))
                    .expect(200);
            pictures.add(id);
        }
        String tweet;
        try (Listener listener = Listener.webSocket(bob.streamAddress("/stream"))) {
            tweet = post(alice, pictures);
            JsonNode seen = listener.next("tweet");
            assertThat(seen.at("/data/id").asText()).isEqualTo(tweet);
            assertThat(seen.at("/includes/media").findValuesAsText("alt_text"))
                    .hasSize(4)
                    .allMatch(text -> text.startsWith("All of it"));
        }
        Await.equal("home", () -> bob.home(1).ids(), List.of(tweet));
        Answer home = bob.home(1);
        assertThat(home.json().at("/data/0/media_ids").toString())
                .isEqualTo("[\"" + String.join("\",\"", pictures) + "\"]");
        String url = home.text("/includes/media/0/sizes/2/url");
        assertThat(uploads().file(url).statusCode()).isEqualTo(200);
        assertThat(uploads().file(url).headers().firstValue("content-type")).hasValue("image/jpeg");
        assertThat(bob.get("/users/" + alice.id() + "/tweets?with=media")
                        .expect(200)
                        .ids())
                .containsExactly(tweet);
        alice.delete(tweet);
        Await.equal("gone", () -> uploads().file(url).statusCode(), 404);
    }

    @Test
    default void aGifAndAVideoArePlayedAsMp4I2() {
        Client alice = join("alice");
        Map<String, String> types = new TreeMap<>(Map.of("gif", "image/gif", "video", "video/mp4"));
        types.forEach((kind, type) -> {
            byte[] file = Uploads.clip(kind.equals("gif") ? "gif" : "mp4");
            String tweet = post(alice, List.of(uploads().ready(alice, type, file, "tweet")));
            JsonNode medium = alice.get("/tweets/" + tweet).expect(200).json().at("/includes/media/0");
            assertThat(medium.path("kind").asText()).isEqualTo(kind);
            byte[] played = uploads().file(medium.at("/video/url").asText()).body();
            assertThat(new String(played, 4, 4, StandardCharsets.US_ASCII)).isEqualTo("ftyp");
        });
    }

    @Test
    default void aBadFileFailsWithAReasonI2() {
        Client alice = join("alice");
        byte[] cut = Uploads.png(600, 400, Color.RED);
        String id = uploads().send(alice, "image/png", Arrays.copyOf(cut, cut.length / 2), "tweet");
        JsonNode medium = uploads().awaitEnd(alice, id);
        assertThat(medium.path("state").asText()).isEqualTo("failed");
        assertThat(medium.at("/failure/code").asText()).isEqualTo("damaged_file");
        assertThat(alice.post("/tweets", Map.of("media_ids", List.of(id))).status())
                .isEqualTo(422);
    }

    @Test
    default void aNewAvatarIsEverywhereA2() {
        Client alice = join("alice");
        Client bob = join("bob");
        String tweet = alice.tweet("Look at me.");
        Set<String> before = avatars(bob, alice, tweet);
        assertThat(before).containsExactly("");
        for (Color color : List.of(Color.RED, Color.BLUE)) {
            String id = uploads().ready(alice, "image/png", Uploads.png(600, 400, color), "avatar");
            String url = alice.send("PATCH", "/users/me", Map.of("avatar_id", id))
                    .expect(200)
                    .text("/data/avatar/sizes/0/url");
            assertThat(uploads().file(url).statusCode()).isEqualTo(200);
            Await.equal("avatars", () -> avatars(bob, alice, tweet), Set.of(url));
        }
    }

    /** Wherever the reader sees it: on the profile and next to the tweet. */
    private static Set<String> avatars(Client reader, Client owner, String tweet) {
        return Set.copyOf(List.of(
                        reader.get("/users/" + owner.id()).expect(200).text("/data/avatar/sizes/0/url"),
                        reader.get("/tweets/" + tweet).expect(200).text("/includes/users/0/avatar/sizes/0/url"))
                .stream()
                .distinct()
                .toList());
    }

    private static String post(Client client, List<String> media) {
        return client.post("/tweets", Map.of("media_ids", media)).expect(201).text("/data/id");
    }
}
