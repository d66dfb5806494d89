package social.roost.driver.smtp;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import social.roost.base.UnavailableException;
import social.roost.driver.CallSettings;
import social.roost.driver.Guard;
import social.roost.driver.PemFiles;
import social.roost.driver.StoreTls;

/** Gives emails to an SMTP server, over a bounded pool of connections. */
public final class SmtpServer implements AutoCloseable {
    private static final String PROTOCOL = "smtp";
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final SmtpSettings settings;
    private final Session session;
    private final Guard guard;
    private final Deque<Idle> idle = new ArrayDeque<>();
    private final ExecutorService sending = Executors.newVirtualThreadPerTaskExecutor();
    private boolean closed;

    /** Connects only when an email is sent. */
    public SmtpServer(SmtpSettings settings, CallSettings calls) {
        this.settings = settings;
        session = Session.getInstance(properties(settings));
        CallSettings own = new CallSettings(
                settings.deadline(),
                1,
                calls.pause(),
                settings.connections(),
                calls.patience(),
                calls.failures(),
                calls.rest());
        guard = new Guard(PROTOCOL, own, failure -> failure instanceof SmtpFailure);
    }

    private static Properties properties(SmtpSettings settings) {
        Properties properties = new Properties();
        String millis = Long.toString(settings.deadline().toMillis());
        properties.put("mail.smtp.connectiontimeout", millis);
        properties.put("mail.smtp.timeout", millis);
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        switch (settings.security()) {
            case STARTTLS -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.put("mail.smtp.ssl.enable", "true");
            case NONE -> {}
        }
        if (settings.security() != SmtpSettings.Security.NONE
                && !settings.authority().isEmpty()) {
            StoreTls tls = new StoreTls(true, settings.authority(), "", "");
            properties.put("mail.smtp.ssl.socketFactory", PemFiles.context(tls).getSocketFactory());
        }
        return properties;
    }

    /** For the creation of messages. */
    public Session session() {
        return session;
    }

    public Guard guard() {
        return guard;
    }

    /** Sends an email to one recipient, within the deadline. Does not throw: see the outcome. */
    public SmtpOutcome send(MimeMessage message, InternetAddress recipient) {
        try {
            return guard.once("send", () -> withinDeadline(message, recipient));
        } catch (UnavailableException e) {
            return e.getCause() instanceof SmtpFailure failure ? failure.outcome() : SmtpOutcome.DELAYED;
        }
    }

    /** Interrupting a virtual thread closes the socket that it waits for. */
    private SmtpOutcome withinDeadline(MimeMessage message, InternetAddress recipient) {
        Attempt attempt = new Attempt();
        Future<SmtpOutcome> result = sending.submit(() -> attempt.send(message, recipient));
        try {
            return result.get(settings.deadline().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SmtpFailure failure
                    ? failure
                    : new SmtpFailure(attempt.outcomeNow(), e.getCause());
        } catch (TimeoutException e) {
            boolean _ = result.cancel(true);
            throw new SmtpFailure(attempt.outcomeNow(), e);
        } catch (InterruptedException e) {
            boolean _ = result.cancel(true);
            Thread.currentThread().interrupt();
            throw new SmtpFailure(attempt.outcomeNow(), e);
        }
    }

    private synchronized @Nullable Idle takeIdle() {
        return idle.pollLast();
    }

    private void giveBack(SMTPTransport connection) {
        synchronized (this) {
            if (!closed) {
                idle.addLast(new Idle(connection, System.nanoTime()));
                return;
            }
        }
        end(connection);
    }

    private static void end(SMTPTransport connection) {
        try {
            connection.close();
        } catch (MessagingException _) {
            // It is given up anyway.
        }
    }

    @Override
    public void close() {
        Deque<Idle> unused;
        synchronized (this) {
            closed = true;
            unused = new ArrayDeque<>(idle);
            idle.clear();
        }
        var _ = sending.shutdownNow();
        unused.forEach(each -> end(each.connection()));
    }

    private record Idle(SMTPTransport connection, long since) {}

    /** One attempt to send an email, with what is known of it while it runs. */
    private final class Attempt {
        private volatile boolean isConnected;

        /** Until it is connected, nothing can have been accepted. */
        SmtpOutcome outcomeNow() {
            return isConnected ? SmtpOutcome.UNKNOWN : SmtpOutcome.DELAYED;
        }

        SmtpOutcome send(MimeMessage message, InternetAddress recipient) {
            SMTPTransport connection = connect();
            isConnected = true;
            boolean isUsable = false;
            try {
                connection.sendMessage(message, new Address[] {recipient});
                isUsable = true;
                return SmtpOutcome.ACCEPTED;
            } catch (SendFailedException e) {
                SmtpOutcome outcome = SmtpOutcome.of(e);
                if (outcome == SmtpOutcome.UNKNOWN) {
                    throw new SmtpFailure(outcome, e);
                }
                return outcome;
            } catch (MessagingException e) {
                throw new SmtpFailure(SmtpOutcome.UNKNOWN, e);
            } finally {
                if (isUsable) {
                    giveBack(connection);
                } else {
                    end(connection);
                }
            }
        }

        private SMTPTransport connect() {
            Idle used = takeIdle();
            while (used != null) {
                // The second check sends a command to the server.
                if (System.nanoTime() - used.since() < IDLE_NANOS
                        && used.connection().isConnected()) {
                    return used.connection();
                }
                end(used.connection());
                used = takeIdle();
            }
            return connectAnew();
        }

        private SMTPTransport connectAnew() {
            try {
                SMTPTransport connection = (SMTPTransport) session.getTransport(PROTOCOL);
                connection.connect(
                        settings.host(),
                        settings.port(),
                        settings.username().isEmpty() ? null : settings.username(),
                        settings.password().isEmpty() ? null : settings.password());
                return connection;
            } catch (MessagingException e) {
                throw new SmtpFailure(SmtpOutcome.DELAYED, e);
            }
        }
    }
}
