package social.roost.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import social.roost.http.Problem;

/** What accounts may be called (SPEC A1, A2). */
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
    void newLinesAreForLines() {
        assertThat(AccountRules.lines("bio", "a\nb", 5)).isEqualTo("a\nb");
        refused("bio", () -> AccountRules.line("bio", "a\nb", 5));
    }

    @Test
    void controlCharactersAndHalfCharactersAreRefused() {
        for (String text : List.of("a\u0000b", "a\tb", "a\rb", "a\u0085b", "a\u007Fb", "a\uD83E", "\uDD56a")) {
            refused("bio", () -> AccountRules.lines("bio", text, 10));
        }
    }

    @Test
    void aLinkIsAWebAddressOrEmpty() {
        assertThat(AccountRules.url("url", "  ")).isEmpty();
        assertThat(AccountRules.url("url", " https://example.org/a ")).isEqualTo("https://example.org/a");
        for (String url : List.of(
                "javascript:alert(1)",
                "example.org",
                "ftp://example.org",
                "https://",
                "https://e.org/" + "x".repeat(200))) {
            refused("url", () -> AccountRules.url("url", url));
        }
    }

    private static void refused(String field, ThrowingCallable check) {
        assertThatThrownBy(check).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(422);
            assertThat(problem.field()).isEqualTo(field);
        });
    }
}
