package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Searching one's own messages (H1)")
@Timeout(60)
class MessageSearchTest extends MessageStage {

    @Test
    void searchFindsWordsInOwnConversationsNewestFirst() {
        String withBob = pair(alices, bob);
        String withCarol = pair(alices, carol);
        String others = pair(bobs, carol);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            roost.clock.advance(Duration.ofSeconds(1));
            JsonNode sent =
                    send(i % 2 == 0 ? bobs : carols, i % 2 == 0 ? withBob : withCarol, "The Caf\u00E9 number " + i);
            expected.addFirst(sent.get("id").asText());
            send(bobs, others, "cafe elsewhere");
            send(alices, withBob, "nothing decaffeinated");
        }
        assertThat(found("q=CAFE%20numb")).isEqualTo(expected);
        assertThat(found("q=cafe%20elsewhere")).isEmpty();
        JsonNode first =
                expect(200, roost.get(ALL + "/search?q=cafe&limit=4", alices)).json();
        JsonNode second = expect(
                        200,
                        roost.get(
                                ALL + "/search?q=cafe&limit=4&cursor="
                                        + first.at("/meta/next").asText(),
                                alices))
                .json();
        List<String> all = new ArrayList<>(first.get("data").findValuesAsText("id"));
        all.addAll(second.get("data").findValuesAsText("id"));
        assertThat(all).isEqualTo(expected);
        expect(204, call("DELETE", ALL + "/" + withBob, alices));
        assertThat(found("q=cafe")).hasSize(3);
    }

    private List<String> found(String query) {
        return data(200, roost.get(ALL + "/search?" + query, alices))
                .valueStream()
                .map(each -> each.get("id").asText())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "Straße, strasse, false",
        "Straße, STRA, true",
        "ＦＵＬＬ width, full, true",
        "\u5317\u4eac\u5927\u5b66, \u5927\u5b66, true",
        "\u0e2a\u0e27\u0e31\u0e2a\u0e14\u0e35, \u0e14\u0e35, true",
        "don't, t, true",
        "unfold, fold, false",
        "one two, two on, true",
        "naïve, naive, true",
    })
    void wordsAreFoundByHowTheyBegin(String text, String query, boolean found) {
        String id = pair(alices, bob);
        send(alices, id, text);
        assertThat(found("q=" + URLEncoder.encode(query, StandardCharsets.UTF_8)))
                .hasSize(found ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"%20", "...", "a%20b%20c%20d%20e%20f%20g%20h%20i%20j%20k"})
    void queriesAreChecked(String query) {
        assertThat(expect(422, roost.get(ALL + "/search?q=" + query, alices)).member("field"))
                .isEqualTo("q");
    }
}
