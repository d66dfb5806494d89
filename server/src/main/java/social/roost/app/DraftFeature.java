package social.roost.app;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import social.roost.api.PostRoutes;
import social.roost.api.SavedDraftRoutes;
import social.roost.api.ScheduledTweetRoutes;
import social.roost.base.DueWork;
import social.roost.draft.SavedDrafts;
import social.roost.draft.ScheduledMedia;
import social.roost.draft.ScheduledPosting;
import social.roost.draft.ScheduledTweets;
import social.roost.http.Route;
import social.roost.media.MediaUse;
import social.roost.tweet.PostTweet;

/** Tweets that are not posted yet, and posting. */
final class DraftFeature implements Feature {
    private final PostRoutes posting;
    private final ScheduledTweets scheduled;
    private final SavedDrafts drafts;
    private final DueWork due;

    DraftFeature(Stores all, UserFeature users, TweetFeature tweets, MediaFeature media) {
        Infrastructure infrastructure = all.infrastructure();
        Stores.OfDrafts stores = all.drafts();
        PostTweet post = tweets.post(infrastructure.ids());
        ScheduledMedia files = new ScheduledMedia(media.uses, stores.scheduled());
        media.useChecks.add(MediaUse.Kind.SCHEDULED, files::isUsed);
        scheduled = new ScheduledTweets(stores.scheduled(), files, post, infrastructure.ids(), infrastructure.clock());
        drafts = new SavedDrafts(stores.saved(), infrastructure.ids(), infrastructure.clock());
        posting = new PostRoutes(post, scheduled, tweets.viewers, tweets.hydration);
        due = new DueWork(
                "scheduled-tweets",
                new ScheduledPosting(stores.scheduled(), files, post, users.suspensions, infrastructure.clock())::post);
    }

    @Override
    public List<Route> routes(Role role) {
        return role == Role.TWEETS
                ? Stream.of(
                                posting.routes(),
                                new ScheduledTweetRoutes(scheduled).routes(),
                                new SavedDraftRoutes(drafts).routes())
                        .flatMap(List::stream)
                        .toList()
                : List.of();
    }

    @Override
    public List<Runnable> startTasks(Set<Role> roles) {
        return roles.contains(Role.TWEETS) ? List.of(due::start) : List.of();
    }

    @Override
    public void close() {
        due.close();
    }
}
