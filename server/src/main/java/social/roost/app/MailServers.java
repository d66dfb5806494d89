package social.roost.app;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import social.roost.base.Lifecycle;
import social.roost.driver.Guard;
import social.roost.driver.smtp.SmtpServer;
import social.roost.mail.smtp.SmtpMailTransport;

/** The server that accepts emails, which is the same whatever the stores are. */
record MailServers(SmtpMailTransport transport, Guard guard) {

    /** Null if none is configured. */
    static @Nullable MailServers open(Config config, InstantSource clock, Lifecycle opened) {
        if (!config.smtp().isUsed()) {
            return null;
        }
        SmtpServer server = opened.add(new SmtpServer(config.smtp(), config.calls()));
        return new MailServers(new SmtpMailTransport(server, config.mail(), clock), server.guard());
    }
}
