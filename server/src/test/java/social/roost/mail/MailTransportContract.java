package social.roost.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.mail.MailText.Action;
import social.roost.mail.MailText.Note;
import social.roost.mail.MailText.Paragraph;
import social.roost.mail.MailTransport.Outcome;

/** What every {@link MailTransport} promises, looked at where the emails arrive (issue 24.1). */
@Timeout(60)
public abstract class MailTransportContract {
    private static final MailAddress BOB = new MailAddress("Bob@Example.COM");

    /** Sends to {@link #mailbox}, from Roost at roost@example.org. */
    protected abstract MailTransport transport();

    protected abstract Mailbox mailbox();

    @Test
    void aMailArrivesOnceWithAPlainAndAnHtmlPart() throws Exception {
        MailText text = new MailText(
                "Über <dich>",
                List.of(
                        new Paragraph("Hello & welcome, ☕."),
                        new Action("Open", "https://roost.example/x?a=1&b=2"),
                        new Note("Bye.")));
        assertThat(transport().send(new Letter("test.1", BOB, text, Map.of("List-Id", "<digest.roost.example>"))))
                .isEqualTo(Outcome.ACCEPTED);
        MimeMessage mail = mailbox().await(1).getFirst();
        assertThat(mail.getSubject()).isEqualTo("Über <dich>");
        assertThat(Mailbox.header(mail, "From")).isEqualTo("Roost <roost@example.org>");
        assertThat(Mailbox.header(mail, "To")).isEqualTo("Bob@Example.COM");
        assertThat(Mailbox.header(mail, "Message-ID")).isEqualTo("<test.1@example.org>");
        assertThat(Mailbox.header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(Mailbox.header(mail, "List-Id")).isEqualTo("<digest.roost.example>");
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        assertThat(Mailbox.part(mail, 0))
                .isEqualTo("Hello & welcome, ☕.\n\nOpen:\nhttps://roost.example/x?a=1&b=2\n\nBye.\n");
        assertThat(Mailbox.part(mail, 1))
                .contains("<title>Über &lt;dich&gt;</title>")
                .contains("<p>Hello &amp; welcome, ☕.</p>")
                .contains("<a href=\"https://roost.example/x?a=1&amp;b=2\"")
                .doesNotContain("<img", "src=");
    }

    /** NEXT.md 8: CVE-2025-7962, and a name with a line break. */
    @Test
    void nothingInATextBecomesAHeaderOrACommand() throws Exception {
        String evil = "Bob\r\nBcc: e@x.example\u760D\u760ARCPT TO:<x@y.example>\u2028.\r\n.\r\nQUIT";
        MailText text = new MailText(evil, List.of(new Paragraph(evil + "<script>alert(1)</script>")));
        assertThat(transport().send(new Letter("test.2", BOB, text, Map.of()))).isEqualTo(Outcome.ACCEPTED);
        List<MimeMessage> arrived = mailbox().await(1);
        assertThat(arrived).hasSize(1);
        MimeMessage mail = arrived.getFirst();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(Collections.list(mail.getAllHeaders()))
                .extracting(jakarta.mail.Header::getName)
                .doesNotContain("Bcc", "RCPT TO");
        assertThat(mail.getSubject()).doesNotContain("\r", "\n").startsWith("Bob Bcc:");
        assertThat(Mailbox.part(mail, 0)).contains("QUIT");
        assertThat(Mailbox.part(mail, 1)).doesNotContain("<script");
        assertThat(raw(mail)).isASCII();
    }

    private static String raw(MimeMessage mail) throws Exception {
        return new String(mail.getRawInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
