package social.roost.message;

import java.util.Collection;
import java.util.List;
import social.roost.user.Profile;
import social.roost.view.TweetPage;

/**
 * Messages with everything a client needs to display them.
 *
 * @param tweets that they share, and the places before and after the page
 * @param users the senders, each once
 */
public record MessagePage(Reader reader, List<MessageView> messages, TweetPage tweets, Collection<Profile> users) {}
