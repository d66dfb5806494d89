package social.roost.app;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import social.roost.api.ModerationRoutes;
import social.roost.api.ReportRoutes;
import social.roost.api.StaffRoutes;
import social.roost.base.DueWork;
import social.roost.http.Route;
import social.roost.moderation.Cases;
import social.roost.moderation.Reports;
import social.roost.moderation.Sanctions;
import social.roost.moderation.Snapshots;
import social.roost.moderation.Staff;
import social.roost.user.Moderation;

/** Reports, and what moderators decide about them. */
final class ModerationFeature implements Feature {
    final Sanctions sanctions;

    private final UserFeature users;
    private final Stores.OfModeration stores;
    private final Reports reports;
    private final Cases cases;
    private final Staff staff;
    private final DueWork due;

    ModerationFeature(
            Stores all,
            UserFeature users,
            GraphFeature graph,
            TweetFeature tweets,
            MediaFeature media,
            MessageFeature messages) {
        this.users = users;
        stores = all.moderation();
        Infrastructure infrastructure = all.infrastructure();
        sanctions = new Sanctions(
                stores.cases(),
                new Moderation(all.users().accounts(), users.suspensions, users.sessions, infrastructure.clock()),
                all.tweets().posts(),
                tweets.deletion(),
                infrastructure.ids(),
                infrastructure.clock());
        reports = new Reports(
                stores.reports(),
                new Snapshots(
                        all.tweets().posts(),
                        tweets.viewers,
                        graph.blocks,
                        media.library,
                        messages.messaging.conversations,
                        messages.messaging.messagePages),
                users.users,
                infrastructure.ids(),
                infrastructure.clock());
        cases = new Cases(
                stores.cases(),
                stores.reports(),
                sanctions,
                users.moderators,
                infrastructure.ids(),
                infrastructure.clock());
        staff = new Staff(users.moderators, stores.audit(), infrastructure.ids());
        due = new DueWork("moderation", sanctions::catchUp);
    }

    @Override
    public List<Route> routes(Role role) {
        return role == Role.USERS
                ? Stream.of(
                                new ReportRoutes(reports, stores.notices()).routes(),
                                new ModerationRoutes(cases, users.moderators, users.users, users.suspensions).routes(),
                                new StaffRoutes(staff, users.moderators, stores.audit(), users.users).routes())
                        .flatMap(List::stream)
                        .toList()
                : List.of();
    }

    @Override
    public List<Route> operatorRoutes() {
        return new StaffOperatorRoutes(users.users, staff, sanctions).routes();
    }

    @Override
    public List<Runnable> startTasks(Set<Role> roles) {
        return roles.contains(Role.USERS) ? List.of(due::start) : List.of();
    }

    @Override
    public List<ScheduledTask> scheduledTasks() {
        return List.of(new ScheduledTask(Duration.ofHours(1), reports::removeOld));
    }

    @Override
    public void close() {
        due.close();
    }
}
