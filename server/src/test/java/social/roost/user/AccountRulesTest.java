package social.roost.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.roost.base.Rejection;

/** Rules for the names and texts of accounts (SPEC A1, A2). */
class AccountRulesTest {
    private static final String BREAD = "🥖";

    @Test
    void aUsernameHasOneTo50LettersDigitsOrUnderscores() {
        List.of("a", "Alice_99", "_", "x".repeat(50))
                .forEach(name -> assertThat(AccountRules.username(name)).isEqualTo(name));
        Arrays.asList(null, "", "x".repeat(51), "a b", "a-b", "é", "ａ", "a\n", "@a")
                .forEach(name -> refused("username", () -> AccountRules.username(name)));
    }

    @Test
    void anAddressHasTwoSidesAndFits254Characters() {
        List.of("a@b", "alice+news@example.org", "é@exämple.org", "x".repeat(64) + "@" + "y".repeat(189))
                .forEach(email -> assertThat(AccountRules.email(email)).isEqualTo(email));
        Arrays.asList(
                        null,
                        "",
                        "alice",
                        "@b",
                        "a@",
                        "a@b@c",
                        "a b@c",
                        "a@b c",
                        "a\u0000@b",
                        "a@b\n",
                        "a\u200B@b",
                        "\u202Ea@b",
                        "a@b\u00A0c",
                        "a@b\u2028",
                        "a\uFEFF@b",
                        "x".repeat(65) + "@b",
                        "a@" + "y".repeat(190))
                .forEach(email -> refused("email", () -> AccountRules.email(email)));
    }

    @Test
    void aPasswordHas8To128Characters() {
        List.of("x".repeat(8), "x".repeat(128), BREAD.repeat(8), BREAD.repeat(128), " ".repeat(8))
                .forEach(password -> assertThat(AccountRules.password(password)).isEqualTo(password));
        Arrays.asList(null, "", "x".repeat(7), BREAD.repeat(7), "x".repeat(129))
                .forEach(password -> refused("password", () -> AccountRules.password(password)));
    }

    @Test
    void aLineIsStrippedAndCountedInCharacters() {
        assertThat(AccountRules.line("bio", "  Alice  ", 5)).isEqualTo("Alice");
        assertThat(AccountRules.line("bio", " \n ", 5)).isEmpty();
        assertThat(AccountRules.line("bio", BREAD.repeat(5), 5)).isEqualTo(BREAD.repeat(5));
        refused("bio", () -> AccountRules.line("bio", "x".repeat(6), 5));
    }

    @Test
    @DisplayName("X-4: an email address is the same however it was typed")
    void anAddressIsComposed() {
        assertThat(AccountRules.email("jose\u0301@example.org")).isEqualTo("jos\u00e9@example.org");
    }

    @Test
    @DisplayName("A-43: a password is as long as what is hashed")
    void aPasswordIsCountedInItsNormalizedForm() {
        refused("password", () -> AccountRules.password("e\u0301".repeat(7)));
        assertThat(AccountRules.password("e\u0301".repeat(128))).hasSize(256);
    }

    @Test
    @DisplayName("X-3: each line break becomes a line feed")
    void newLinesAreForLines() {
        assertThat(AccountRules.lines("bio", "a\nb", 5)).isEqualTo("a\nb");
        assertThat(AccountRules.lines("bio", "a\r\nb\rc\u2028d\u2029e\r\n", 9)).isEqualTo("a\nb\nc\nd\ne");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\r\nb", "a\u2028b", "a\u2029b"})
    @DisplayName("A-25b: a line has no line breaks")
    void aLineHasNoLineBreaks(String text) {
        refused("display_name", () -> AccountRules.line("display_name", text, 9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200B",
                "\u00A0",
                "\u3164",
                "\u2800",
                "\uFEFF",
                "\uDB40\uDC41",
                "\u0301",
                "\u202Eecila",
                "a\u2066b\u2069",
                "al\u200Dice",
                "al\u00ADice",
                "\u200Ba",
                "a\u200F",
                "\uD83E\uDD56\u200D",
                "\uD83E\uDD56\uDB40\uDC67"
            })
    @DisplayName("A-25, B14: a line displays what it contains")
    void aLineShowsWhatItHolds(String text) {
        refused("display_name", () -> AccountRules.line("display_name", text, 20));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uD83D\uDC69\u200D\uD83D\uDCBB", // woman technologist
                "\uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08", // rainbow flag
                "\uD83E\uDDD1\uD83C\uDFFD\u200D\uD83D\uDE80", // astronaut, medium skin tone
                "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC73\uDB40\uDC63\uDB40\uDC74\uDB40\uDC7F", // Scotland
                "\u0DC1\u0DCA\u200D\u0DBB\u0DD3", // Sinhala, Sri
                "\u0646\u0645\u06CC\u200C\u0634\u0648\u062F", // Persian with a non-joiner
                "Jos\u00e9",
                "e\u0301",
                "!"
            })
    @DisplayName("B14: joiners stay where emoji and scripts need them")
    void joinersStayWhereTheyAreNeeded(String text) {
        assertThat(AccountRules.line("display_name", text, 50)).isEqualTo(text);
    }

    @Test
    void controlCharactersAndHalfCharactersAreRefused() {
        for (String text : List.of("a\u0000b", "a\tb", "a\u000Bb", "a\u0085b", "a\u007Fb", "a\uD83E", "\uDD56a")) {
            refused("bio", () -> AccountRules.lines("bio", text, 10));
        }
    }

    @Test
    void aLinkIsAWebAddressOrEmpty() {
        assertThat(AccountRules.url("url", "  ")).isEmpty();
        for (String url : List.of("https://example.org/a", "https://example.org/@alice", "http://exämple.org:8080")) {
            assertThat(AccountRules.url("url", " " + url + " ")).isEqualTo(url);
        }
        for (String url : List.of(
                "javascript:alert(1)",
                "example",
                "alice@example.org",
                "ftp://example.org",
                "https://",
                "https://good.example@evil.example/",
                "https://user:secret@example.org",
                "https://example.org/\u202Egpj.exe",
                "https://example.org/\u200B",
                "https://e.org/" + "x".repeat(200))) {
            refused("url", () -> AccountRules.url("url", url));
        }
    }

    @Test
    @DisplayName("B20: a link without a scheme is completed")
    void aLinkIsCompleted() {
        assertThat(AccountRules.url("url", " example.org ")).isEqualTo("https://example.org");
        assertThat(AccountRules.url("url", "example.org:8080/a?b=http://c"))
                .isEqualTo("https://example.org:8080/a?b=http://c");
    }

    private static void refused(String field, ThrowingCallable check) {
        assertThatThrownBy(check).isInstanceOfSatisfying(Rejection.class, rejection -> {
            assertThat(rejection.kind()).isEqualTo(Rejection.Kind.INVALID);
            assertThat(rejection.field()).isEqualTo(field);
        });
    }
}
