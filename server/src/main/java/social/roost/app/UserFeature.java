package social.roost.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import social.roost.api.Capability;
import social.roost.api.InvitationRoutes;
import social.roost.api.PasswordRoutes;
import social.roost.api.SecondFactorRoutes;
import social.roost.api.SessionRoutes;
import social.roost.api.UserRoutes;
import social.roost.base.CacheUse;
import social.roost.base.Snowflake;
import social.roost.event.EventConsumer;
import social.roost.http.Route;
import social.roost.media.MediaUse;
import social.roost.media.ProfilePictures;
import social.roost.user.Accounts;
import social.roost.user.Admins;
import social.roost.user.FailedLogIns;
import social.roost.user.Invitations;
import social.roost.user.LogInAttempts;
import social.roost.user.LogIns;
import social.roost.user.Moderators;
import social.roost.user.OwnPassword;
import social.roost.user.PasswordChanges;
import social.roost.user.Passwords;
import social.roost.user.SecondFactors;
import social.roost.user.Sessions;
import social.roost.user.SignUps;
import social.roost.user.Suspensions;
import social.roost.user.Users;

/** Accounts, profiles and sessions. */
final class UserFeature implements Feature {
    final Passwords passwords;
    final Users users;
    final Admins admins;
    final Moderators moderators;
    final Accounts accounts;
    final ProfilePictures pictures;
    final Suspensions suspensions;
    final Sessions sessions;
    final LogIns logIns;
    final OwnPassword ownPassword;
    final PasswordChanges passwordChanges;
    final SecondFactors secondFactors;

    private final SignUps signUps;
    private final Invitations invitations;
    private final InstantSource clock;
    private final boolean secureCookie;

    UserFeature(Config config, Stores stores, MediaFeature media) {
        Stores.OfUsers own = stores.users();
        Snowflake ids = stores.infrastructure().ids();
        clock = stores.infrastructure().clock();
        secureCookie = config.sessions().secureCookie();
        passwords = new Passwords(
                config.sessions().effectivePasswordThreads(), config.sessions().passwordMemory());
        users = new Users(
                own.accounts(),
                new StoredCounts(stores.graph().follows(), stores.tweets().posts()),
                config.media().fileBase(),
                config.memory().bytes(config.memory().users()));
        admins = new Admins(config.admin().usernames(), config.admin().userIds(), users);
        moderators = new Moderators(own.moderators(), admins, users, clock);
        accounts = new Accounts(own.accounts(), users, passwords, admins, ids);
        signUps = new SignUps(config.registration(), accounts, own.invitations(), clock);
        invitations = new Invitations(own.invitations(), clock);
        pictures = new ProfilePictures(accounts, users, media.uses);
        media.useChecks.add(MediaUse.Kind.AVATAR, pictures::isUsed);
        media.useChecks.add(MediaUse.Kind.HEADER, pictures::isUsed);
        suspensions = new Suspensions(own.accounts());
        sessions = new Sessions(
                own.sessions(), suspensions, ids, clock, config.sessions().lifetime());
        LogInAttempts attempts =
                new LogInAttempts(config.limits().enabled() ? own.failedLogIns() : FailedLogIns.NOT_COUNTED);
        ownPassword = new OwnPassword(own.accounts(), users, passwords, attempts);
        secondFactors = new SecondFactors(own.secondFactors(), users, ownPassword, sessions, attempts, clock);
        logIns = new LogIns(own.accounts(), passwords, secondFactors, sessions, attempts, clock);
        passwordChanges = new PasswordChanges(own.accounts(), ownPassword, passwords, sessions, attempts);
    }

    @Override
    public List<Route> routes(Role role) {
        return role == Role.USERS
                ? Stream.of(
                                new UserRoutes(signUps, pictures, users, suspensions, moderators).routes(),
                                new InvitationRoutes(invitations, moderators).routes(),
                                new SessionRoutes(sessions, logIns, secureCookie).routes(),
                                new PasswordRoutes(passwordChanges, clock, secureCookie).routes(),
                                new SecondFactorRoutes(secondFactors).routes())
                        .flatMap(List::stream)
                        .toList()
                : List.of();
    }

    @Override
    public List<Capability> capabilities() {
        return List.of(Capability.fixed("registration", signUps.mode().text()));
    }

    @Override
    public List<Route> operatorRoutes() {
        return new AccountOperatorRoutes(users, accounts, passwordChanges, secondFactors).routes();
    }

    @Override
    public List<EventConsumer> invalidations() {
        return List.of(new UserInvalidation(users, sessions, suspensions));
    }

    @Override
    public void lookUp() {
        suspensions.lookUp();
        moderators.lookUp();
    }

    @Override
    public List<Runnable> startTasks(Set<Role> roles) {
        return roles.contains(Role.USERS) ? List.of(admins::log) : List.of();
    }

    @Override
    public List<ScheduledTask> scheduledTasks() {
        return List.of(
                new ScheduledTask(Duration.ofMinutes(10), sessions::removeExpired),
                new ScheduledTask(Duration.ofMinutes(1), sessions::storeUses));
    }

    @Override
    public Map<String, CacheUse> caches() {
        return Map.of("profiles", users.cache(), "sessions", sessions.cache());
    }

    @Override
    public void measure(MeterRegistry registry) {
        FunctionCounter.builder("roost.sessions.begun", sessions, Sessions::begun)
                .description("Successful log-ins at this process.")
                .register(registry);
    }

    @Override
    public void close() {
        passwords.close();
    }
}
