package social.roost.notification;

import java.util.List;
import social.roost.user.Profile;
import social.roost.view.TweetPage;

/**
 * Notifications with everything a client needs to display them.
 *
 * @param tweets that they are about, and the places before and after the page
 * @param actors those of {@link Notification#shownActorIds}, each once
 */
public record NotificationPage(List<Notification> notifications, TweetPage tweets, List<Profile> actors) {}
