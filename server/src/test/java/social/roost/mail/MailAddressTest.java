package social.roost.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.example\u760D\u760ARCPT TO:<x@y.example>",
                "a\u760D\u760Ab@b.example",
                "a@b.example\r\nBcc: e@x.example",
                "a\u0000@b.example",
                "<a@b.example>",
                "a,b@c.example",
                "\"a b\"@c.example",
                "a@b@c.example",
                "a@-b.example",
                "a@b..example",
                "a@[127.0.0.1]",
                "ä@b.example",
                ".a@b.example",
                "@b.example",
                "a@",
                "a",
                ""
            })
    void whatCouldBeMistakenForSomethingElseIsNoAddress(String typed) {
        assertThat(MailAddress.parse(typed)).isEmpty();
    }

    @Test
    void anAddressIsKeptAsTypedWithTheAsciiFormOfItsDomain() {
        assertThat(MailAddress.parse("Bob.O'Neil+roost@Example.COM"))
                .contains(new MailAddress("Bob.O'Neil+roost@Example.COM"));
        assertThat(MailAddress.parse("bob@bücher.example")).contains(new MailAddress("bob@xn--bcher-kva.example"));
    }

    @Test
    void allWaysToTypeAnAddressHaveOneKey() {
        assertThat(MailAddress.key(" Bob@Example.COM")).isEqualTo(MailAddress.key("bob@example.com"));
        assertThat(MailAddress.key("cafe\u0301@x.example")).isEqualTo(MailAddress.key("caf\u00e9@x.example"));
    }
}
