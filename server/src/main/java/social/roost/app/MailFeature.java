package social.roost.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import social.roost.api.Capability;
import social.roost.api.EmailRoutes;
import social.roost.api.PasswordResetRoutes;
import social.roost.base.DueWork;
import social.roost.http.Route;
import social.roost.mail.MailDelivery;
import social.roost.mail.MailKind;
import social.roost.mail.MailStore;
import social.roost.mail.MailTexts;
import social.roost.mail.MailTransport;
import social.roost.mail.Mails;
import social.roost.user.EmailMails;
import social.roost.user.Emails;
import social.roost.user.PasswordResetMail;
import social.roost.user.PasswordResets;

/** Emails, and what needs them. */
final class MailFeature implements Feature {
    private static final Duration CLEANING = Duration.ofMinutes(10);

    private final MailStore due;
    private final @Nullable Sent sent;

    MailFeature(Config config, Stores stores, UserFeature users) {
        due = stores.mail().due();
        MailTransport transport = stores.mail().transport();
        sent = transport == null ? null : new Sent(transport, config, stores, users);
    }

    /** What there is only with a server for emails. */
    private static final class Sent {
        private final PasswordResets resets;
        private final Emails emails;
        private final DueWork delivery;

        Sent(MailTransport transport, Config config, Stores stores, UserFeature users) {
            Stores.OfMail own = stores.mail();
            InstantSource clock = stores.infrastructure().clock();
            Mails mails = new Mails(
                    own.due(),
                    config.limits().mailQuota(stores.rates(), config.mail().perAddress()),
                    stores.infrastructure().ids());
            MailTexts texts = config.mail().texts();
            resets = new PasswordResets(own.resets(), users.passwords, users.sessions, mails, clock);
            emails = new Emails(own.emails(), users.ownPassword, mails, clock);
            EmailMails about = new EmailMails(own.emails(), texts, clock);
            delivery = new DueWork(
                    "mails",
                    new MailDelivery(
                            own.due(),
                            transport,
                            Map.of(
                                    MailKind.PASSWORD_RESET,
                                    new PasswordResetMail(own.emails(), own.resets(), texts, clock),
                                    MailKind.EMAIL_CONFIRMATION,
                                    about::confirmation,
                                    MailKind.EMAIL_CHANGE,
                                    about::notice),
                            config.smtp().connections(),
                            clock)::deliver);
        }
    }

    @Override
    public List<Route> routes(Role role) {
        return role == Role.USERS
                ? Stream.of(
                                new PasswordResetRoutes(sent == null ? null : sent.resets).routes(),
                                new EmailRoutes(sent == null ? null : sent.emails).routes())
                        .flatMap(List::stream)
                        .toList()
                : List.of();
    }

    @Override
    public List<ConsumerGroup> consumerGroups() {
        return sent == null ? List.of() : List.of(new ConsumerGroup("mails", Role.NOTIFICATIONS, sent.emails));
    }

    @Override
    public List<Capability> capabilities() {
        return List.of(Capability.fixed("mail", sent != null));
    }

    @Override
    public List<Runnable> startTasks(Set<Role> roles) {
        return sent != null && roles.contains(Role.NOTIFICATIONS) ? List.of(sent.delivery::start) : List.of();
    }

    @Override
    public List<ScheduledTask> scheduledTasks() {
        return sent == null
                ? List.of()
                : List.of(
                        new ScheduledTask(CLEANING, sent.resets::removeExpired),
                        new ScheduledTask(CLEANING, sent.emails::removeExpired));
    }

    @Override
    public void measure(MeterRegistry registry) {
        if (sent != null) {
            Gauge.builder("roost.mails.waiting", due, MailStore::waiting)
                    .description("Mails that are to be sent.")
                    .register(registry);
        }
    }

    @Override
    public void close() {
        if (sent != null) {
            sent.delivery.close();
        }
    }
}
