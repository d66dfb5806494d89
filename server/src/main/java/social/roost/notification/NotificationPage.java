package social.roost.notification;

import java.util.List;
import social.roost.user.Profile;
import social.roost.view.TweetPage;

/**
 * Notifications and what a client needs beside them, complete.
 *
 * @param tweets that they are about, and the places before and after the page
 * @param actors those of {@link Notification#shownActorIds}, each once
 */
public record NotificationPage(List<Notification> notifications, TweetPage tweets, List<Profile> actors) {}
