package social.roost.mail.smtp;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.regex.Pattern;
import social.roost.driver.smtp.SmtpServer;
import social.roost.mail.Letter;
import social.roost.mail.MailAddress;
import social.roost.mail.MailSettings;
import social.roost.mail.MailTransport;

/** Sends emails with a plain and an HTML part. */
public final class SmtpMailTransport implements MailTransport {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final Pattern NOT_IN_A_LINE = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");
    private static final Pattern HEADER = Pattern.compile("[\\x20-\\x7e]+");

    private final SmtpServer server;
    private final MailSettings settings;
    private final InstantSource clock;

    public SmtpMailTransport(SmtpServer server, MailSettings settings, InstantSource clock) {
        this.server = server;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Outcome send(Letter letter) {
        try {
            InternetAddress recipient = new InternetAddress(letter.to().text(), true);
            return switch (server.send(message(letter, recipient), recipient)) {
                case ACCEPTED -> Outcome.ACCEPTED;
                case BOUNCED -> Outcome.BOUNCED;
                case REJECTED -> Outcome.REJECTED;
                case DELAYED -> Outcome.DELAYED;
                case UNKNOWN -> Outcome.UNKNOWN;
            };
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new IllegalStateException("The mail cannot be written", e);
        }
    }

    private MimeMessage message(Letter letter, InternetAddress recipient)
            throws MessagingException, UnsupportedEncodingException {
        String from = MailAddress.parse(settings.from()).orElseThrow().text();
        String domain = from.substring(from.lastIndexOf('@') + 1);
        MimeMessage message = new Identified(server.session(), "<" + letter.id() + "@" + domain + ">");
        message.setFrom(new InternetAddress(from, oneLine(settings.name()), UTF_8));
        message.setRecipient(Message.RecipientType.TO, recipient);
        message.setSubject(oneLine(letter.text().subject()), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        // No out-of-office replies (RFC 3834).
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        for (Map.Entry<String, String> header : letter.headers().entrySet()) {
            message.setHeader(requireLine(header.getKey()), requireLine(header.getValue()));
        }
        message.setContent(new MimeMultipart(
                "alternative",
                part(letter.text().plain(), "plain"),
                part(letter.text().html(), "html")));
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    private static String oneLine(String text) {
        return NOT_IN_A_LINE.matcher(text).replaceAll(" ").strip();
    }

    private static String requireLine(String text) {
        if (!HEADER.matcher(text).matches()) {
            throw new IllegalArgumentException("a header must be one line of ASCII");
        }
        return text;
    }

    /** Keeps its Message-ID when it is saved. */
    private static final class Identified extends MimeMessage {
        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
