package social.roost.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An SMTP server in this process, which accepts everything and remembers it. */
public final class Mailbox implements AutoCloseable {
    private static final Pattern LINK = Pattern.compile("https://\\S+");
    private static final long PATIENCE_MILLIS = 20_000;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    public Mailbox() {
        server.start();
    }

    public int port() {
        return server.getSmtp().getPort();
    }

    /** Settings of a server that sends its emails here. */
    public String[] settings(String... others) {
        return Stream.concat(
                        Stream.of(others),
                        Stream.of(
                                "smtp.host=127.0.0.1",
                                "smtp.port=" + port(),
                                "smtp.security=none",
                                "mail.from=roost@example.org",
                                "mail.site=https://roost.example"))
                .toArray(String[]::new);
    }

    /** Once there are so many. */
    public List<MimeMessage> await(int count) {
        if (!server.waitForIncomingEmail(PATIENCE_MILLIS, count)) {
            throw new AssertionError("Expected " + count + " emails, not " + all().size());
        }
        return all();
    }

    /** Those about this, once there are so many. */
    public List<MimeMessage> await(String subject, int count) {
        long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (about(subject).size() < count) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Expected " + count + " emails about " + subject);
            }
            LockSupport.parkNanos(1_000_000);
        }
        return about(subject);
    }

    /** Those with a subject that contains this. */
    public List<MimeMessage> about(String subject) {
        return all().stream()
                .filter(mail -> header(mail, "Subject").contains(subject))
                .toList();
    }

    public List<MimeMessage> all() {
        return List.of(server.getReceivedMessages());
    }

    /** The text of a part: 0 is plain, 1 is HTML. */
    public static String part(MimeMessage mail, int number) {
        try {
            BodyPart part = ((MimeMultipart) mail.getContent()).getBodyPart(number);
            return ((String) part.getContent()).replace("\r\n", "\n");
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The value of a header, as it was sent. */
    public static String header(MimeMessage mail, String name) {
        try {
            return mail.getHeader(name, null);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /** The first link of the plain text. */
    public static String link(MimeMessage mail) {
        return LINK.matcher(part(mail, 0))
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        server.stop();
    }
}
