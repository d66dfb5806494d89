package social.roost.driver.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import social.roost.base.Together;
import social.roost.driver.smtp.SmtpSettings.Security;

@Timeout(60)
class SmtpServerTest {

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 no such user, BOUNCED",
        "RCPT, 452 later, DELAYED",
        "MAIL, 550 not you, REJECTED",
        "DATA, 554 no, REJECTED",
        "., 554 spam, REJECTED",
        "., 451 later, DELAYED",
        "MAIL, 421 closing, DELAYED",
        "EHLO, '', DELAYED",
        "., '', UNKNOWN",
        "., ' ', UNKNOWN",
        "RCPT, 250 ok, ACCEPTED",
    })
    void anOutcomeSaysWhatIsKnown(String command, String answer, SmtpOutcome outcome) throws Exception {
        try (ScriptedSmtp smtp = new ScriptedSmtp(line -> line.startsWith(command) ? answer : line);
                SmtpServer server = SmtpStage.server(smtp.port())) {
            assertThat(send(server)).isEqualTo(outcome);
        }
    }

    @Test
    void aServerThatIsNotThereDelays() throws Exception {
        int port;
        try (ScriptedSmtp smtp = new ScriptedSmtp(UnaryOperator.identity())) {
            port = smtp.port();
        }
        try (SmtpServer server = SmtpStage.server(port)) {
            assertThat(send(server)).isEqualTo(SmtpOutcome.DELAYED);
        }
    }

    @Test
    void withoutTlsNeitherPasswordNorMailIsSent() throws Exception {
        try (ScriptedSmtp smtp = new ScriptedSmtp(UnaryOperator.identity());
                SmtpServer server = SmtpStage.server(smtp.port(), Security.STARTTLS)) {
            assertThat(send(server)).isEqualTo(SmtpOutcome.DELAYED);
            assertThat(smtp.commands())
                    .allSatisfy(command -> assertThat(command).startsWith("EHLO"));
        }
        assertThatThrownBy(() ->
                        new SmtpSettings("a", 25, Security.NONE, "", "name", "password", 1, Duration.ofSeconds(1)))
                .hasMessageContaining("unencrypted");
    }

    @Test
    void connectionsAreBoundedAndUsedAgain() throws Exception {
        try (ScriptedSmtp smtp = new ScriptedSmtp(UnaryOperator.identity());
                SmtpServer server = SmtpStage.server(smtp.port())) {
            List<SmtpOutcome> outcomes = Together.call(20, _ -> send(server));
            assertThat(outcomes).containsOnly(SmtpOutcome.ACCEPTED);
            assertThat(smtp.mostOpen()).isLessThanOrEqualTo(2);
            int before = smtp.connections();
            assertThat(send(server)).isEqualTo(SmtpOutcome.ACCEPTED);
            assertThat(smtp.connections()).isEqualTo(before);
            assertThat(Collections.frequency(smtp.commands(), ".")).isEqualTo(21);
        }
    }

    @Test
    void aConnectionThatTheServerEndedMeanwhileIsReplaced() throws Exception {
        boolean[] hangs = {false};
        try (ScriptedSmtp smtp = new ScriptedSmtp(line -> hangs[0] && line.equals("NOOP") ? "" : line);
                SmtpServer server = SmtpStage.server(smtp.port())) {
            assertThat(send(server)).isEqualTo(SmtpOutcome.ACCEPTED);
            hangs[0] = true;
            assertThat(send(server)).isEqualTo(SmtpOutcome.ACCEPTED);
            assertThat(smtp.connections()).isEqualTo(2);
        }
    }

    @Test
    void whileTheServerFailsItIsLeftAlone() throws Exception {
        try (ScriptedSmtp smtp = new ScriptedSmtp(line -> line.startsWith("EHLO") ? ScriptedSmtp.HANG_UP : line);
                SmtpServer server = SmtpStage.server(smtp.port())) {
            for (int i = 0; i < 30; i++) {
                assertThat(send(server)).isEqualTo(SmtpOutcome.DELAYED);
            }
            assertThat(server.guard().state()).isEqualTo("open");
            assertThat(smtp.connections()).isLessThan(30);
        }
    }

    private static SmtpOutcome send(SmtpServer server) {
        try {
            MimeMessage message = new MimeMessage(server.session());
            InternetAddress bob = new InternetAddress("bob@example.org");
            message.setFrom(new InternetAddress("roost@example.org"));
            message.setRecipient(Message.RecipientType.TO, bob);
            message.setSubject("Hello");
            message.setText("Hello");
            message.saveChanges();
            return server.send(message, bob);
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
