package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.PASSWORD;
import static social.roost.app.LocalServer.expect;

import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.Await;
import social.roost.http.Answer;
import social.roost.http.RawRequest;
import social.roost.mail.Mailbox;

@DisplayName("Email addresses (M1)")
@Timeout(120)
class EmailsTest {
    private static final String CONFIRM = "Confirm your email address";
    private static final String CHANGE = "is about to change";

    @TempDir
    Path folder;

    private final Mailbox mailbox = new Mailbox();
    private LocalServer roost;
    private Guest alice;

    @BeforeEach
    void start() {
        roost = new LocalServer(folder, mailbox.settings());
        String id = roost.register("Alice");
        alice = new Guest(id, roost.token(id));
    }

    @AfterEach
    void stop() {
        roost.close();
        mailbox.close();
    }

    @Test
    void theAddressOfANewUserIsConfirmedWithALink() {
        assertThat(state()).isEqualTo("{\"address\":\"Alice@example.org\",\"confirmed\":false}");
        MimeMessage mail = mailbox.await(CONFIRM, 1).getFirst();
        assertThat(Mailbox.header(mail, "To")).isEqualTo("Alice@example.org");
        assertThat(Mailbox.link(mail)).matches("https://roost\\.example/confirm-email#[A-Za-z0-9_-]{43}");
        expect(204, confirm(mail));
        assertThat(expect(404, confirm(mail)).member("code")).isEqualTo("invalid_confirmation");
        assertThat(state()).isEqualTo("{\"address\":\"Alice@example.org\",\"confirmed\":true}");
    }

    @Test
    void anotherAddressReplacesItWhenItIsConfirmedAndTheOldOneIsTold() throws Exception {
        expect(204, confirm(mailbox.await(CONFIRM, 1).getFirst()));
        assertThat(expect(403, change("New@Example.NET", "a guess")).member("field"))
                .isEqualTo("current_password");
        assertThat(expect(422, change("not one", PASSWORD)).member("field")).isEqualTo("email");
        assertThat(expect(422, change("a\u760D\u760Ax@b.example", PASSWORD)).member("field"))
                .isEqualTo("email");
        expect(200, change("New@Example.NET", PASSWORD));
        MimeMessage told = mailbox.await(CHANGE, 1).getFirst();
        assertThat(Mailbox.header(told, "To")).isEqualTo("Alice@example.org");
        MimeMessage asked = mailbox.await(CONFIRM, 2).getLast();
        assertThat(Mailbox.header(asked, "To")).isEqualTo("New@Example.NET");
        expect(401, roost.logIn("new@example.net", PASSWORD));
        expect(201, roost.logIn("alice@example.org", PASSWORD));
        expect(204, confirm(asked));
        expect(201, roost.logIn("new@example.net", PASSWORD));
        expect(401, roost.logIn("alice@example.org", PASSWORD));
        assertThat(state()).isEqualTo("{\"address\":\"New@Example.NET\",\"confirmed\":true}");
    }

    @Test
    void theOldAddressTakesAChangeBack() {
        MimeMessage first = mailbox.await(CONFIRM, 1).getFirst();
        expect(200, change("new@example.net", PASSWORD));
        MimeMessage second = mailbox.await(CONFIRM, 2).getLast();
        expect(200, change("alice@EXAMPLE.org", PASSWORD));
        expect(404, confirm(second));
        expect(204, confirm(first));
        assertThat(state()).isEqualTo("{\"address\":\"Alice@example.org\",\"confirmed\":true}");
    }

    @Test
    void whetherAnAddressBelongsToAnotherIsNotTold() throws Exception {
        String bob = roost.register("bob");
        mailbox.await(CONFIRM, 2);
        Answer taken = expect(200, change("BOB@example.org", PASSWORD));
        Answer free = expect(200, change("nobody@example.org", PASSWORD));
        assertThat(taken.text().replace("BOB", "nobody")).isEqualTo(free.text());
        mailbox.await(CONFIRM, 3);
        Await.until(() -> roost.server.stores().mail().due().waiting() == 0);
        assertThat(mailbox.about(CONFIRM))
                .extracting(mail -> Mailbox.header(mail, "To"))
                .containsExactlyInAnyOrder("Alice@example.org", "bob@example.org", "nobody@example.org");
        assertThat(bob).isNotEmpty();
    }

    @Test
    void aLinkIsSentAgainAndExpires() throws Exception {
        MimeMessage first = mailbox.await(CONFIRM, 1).getFirst();
        Await.until(() -> roost.server.stores().mail().due().waiting() == 0);
        expect(202, roost.call(alice.request("POST", MailSteps.RESEND)));
        MimeMessage second = mailbox.await(CONFIRM, 2).getLast();
        assertThat(Mailbox.link(second)).isNotEqualTo(Mailbox.link(first));
        roost.clock.advance(Duration.ofDays(3));
        expect(404, confirm(second));
    }

    private String state() {
        return roost.get(MailSteps.EMAIL, alice.token()).json().get("data").toString();
    }

    private Answer change(String email, String password) {
        return roost.call(MailSteps.changed(alice, email, password));
    }

    private Answer confirm(MimeMessage mail) {
        String link = Mailbox.link(mail);
        return roost.call(
                RawRequest.of("POST", MailSteps.CONFIRM.replace("{token}", link.substring(link.indexOf('#') + 1))));
    }
}
