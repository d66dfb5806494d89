package social.roost.view;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.roost.base.Cursor;
import social.roost.link.LinkCard;
import social.roost.media.ShownMedium;
import social.roost.tweet.PollView;
import social.roost.tweet.StoredTweet;
import social.roost.user.Profile;

/**
 * Tweets with everything a client needs to display them: rendering it, in whatever format, loads nothing more.
 *
 * @param included tweets displayed beside those of the page, each once
 * @param authors of all of them, each once
 * @param media of all of them, as far as they can be loaded
 * @param cards of the links in all of them, as far as they are known
 * @param polls by their tweets, as far as they can be loaded
 * @param state the viewer's likes, retweets and bookmarks, null for a viewer who is not logged in
 */
public record TweetPage(
        List<? extends PageItem> items,
        Collection<StoredTweet> included,
        Collection<Profile> authors,
        Collection<ShownMedium> media,
        Collection<LinkCard> cards,
        Map<Long, PollView> polls,
        @Nullable ViewerState state,
        @Nullable Cursor next,
        @Nullable Cursor previous) {}
