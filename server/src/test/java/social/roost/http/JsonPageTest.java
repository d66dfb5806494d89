package social.roost.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import social.roost.base.Cursor;
import social.roost.http.JsonPage.Name;

class JsonPageTest {
    private final Cursor cursor = Cursor.of(1, 2);

    @Test
    void partsArePutTogetherWithCommasWhereTheyBelong() {
        byte[] page = new JsonPage(10)
                .open(new Name("data"))
                .array(List.of("{\"id\":\"1\"}", "{\"id\":\"2\"}"), JsonPageTest::utf8)
                .open(new Name("includes"))
                .object()
                .open(new Name("users"))
                .array(List.of("{}"), JsonPageTest::utf8)
                .open(new Name("tweets"))
                .array(List.<String>of(), JsonPageTest::utf8)
                .closeObject()
                .meta(cursor, cursor)
                .end()
                .buffer()
                .getBytes();
        String text = cursor.encode();
        assertThat(new String(page, StandardCharsets.UTF_8))
                .isEqualTo("{\"data\":[{\"id\":\"1\"},{\"id\":\"2\"}],\"includes\":{\"users\":[{}],\"tweets\":[]},"
                        + "\"meta\":{\"next\":\"" + text + "\",\"previous\":\"" + text + "\"}}");
    }

    @Test
    void onlyTheCursorsThatThereAreAreShown() {
        assertThat(new JsonPage(0).meta(null, null).end().buffer().getBytes()).isEqualTo(utf8("{\"meta\":{}}"));
        assertThat(new JsonPage(0).meta(null, cursor).end().buffer().getBytes())
                .isEqualTo(utf8("{\"meta\":{\"previous\":\"" + cursor.encode() + "\"}}"));
        assertThat(new JsonPage(0).end().buffer().getBytes()).isEqualTo(utf8("{}"));
    }

    @Test
    void itGrowsBeyondWhatWasExpected() throws Exception {
        List<String> values =
                IntStream.range(0, 500).mapToObj(i -> "\"é🥖" + i + "\"").toList();
        for (int expected : List.of(0, 64, 5_000, 1_000_000)) {
            byte[] page = new JsonPage(expected)
                    .open(new Name("data"))
                    .array(values, JsonPageTest::utf8)
                    .end()
                    .buffer()
                    .getBytes();
            assertThat(new ObjectMapper().readTree(page).get("data"))
                    .hasSize(500)
                    .last()
                    .hasToString(values.getLast());
        }
    }

    @Test
    void aPageOfExactlyTheExpectedSizeIsWhole() {
        String value = "\"" + "x".repeat(100) + "\"";
        String whole = "{\"data\":" + value + "}";
        for (int expected = whole.length() - 3; expected < whole.length() + 3; expected++) {
            assertThat(new JsonPage(expected)
                            .open(new Name("data"))
                            .raw(utf8(value))
                            .end()
                            .buffer()
                            .getBytes())
                    .isEqualTo(utf8(whole));
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
