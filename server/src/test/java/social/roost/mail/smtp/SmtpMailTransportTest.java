package social.roost.mail.smtp;

import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import social.roost.base.config.Quota;
import social.roost.driver.smtp.SmtpServer;
import social.roost.driver.smtp.SmtpStage;
import social.roost.mail.MailSettings;
import social.roost.mail.MailTransport;
import social.roost.mail.MailTransportContract;
import social.roost.mail.Mailbox;

class SmtpMailTransportTest extends MailTransportContract {
    private static final MailSettings SETTINGS = new MailSettings(
            "roost@example.org", "Roost", "https://roost.example", new Quota(6, Duration.ofDays(1), 3));

    private final Mailbox mailbox = new Mailbox();
    private final SmtpServer server = SmtpStage.server(mailbox.port());

    @AfterEach
    void close() {
        server.close();
        mailbox.close();
    }

    @Override
    protected MailTransport transport() {
        return new SmtpMailTransport(server, SETTINGS, InstantSource.system());
    }

    @Override
    protected Mailbox mailbox() {
        return mailbox;
    }
}
