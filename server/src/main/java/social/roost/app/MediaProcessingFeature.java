package social.roost.app;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import social.roost.media.MediaProcessingJob;
import social.roost.media.MediaUpkeep;
import social.roost.media.MediaWorkers;

/** Processes uploads, and removes media that nothing uses. */
final class MediaProcessingFeature implements Feature {
    private final TweetFeature tweets;
    private final MediaWorkers workers;
    private final int atOnce;

    MediaProcessingFeature(Config config, Stores stores, MediaFeature media, TweetFeature tweets) {
        this.tweets = tweets;
        Stores.OfMedia own = stores.media();
        InstantSource clock = stores.infrastructure().clock();
        MediaProcessingJob job =
                new MediaProcessingJob(media.library, media.removal, own.processing(), own.naming(), clock);
        MediaUpkeep upkeep = new MediaUpkeep(media.library, media.removal, media.useChecks::isUsed, clock);
        workers = new MediaWorkers(own.rows(), media.library, job, upkeep, clock);
        atOnce = config.media().processing().workers();
    }

    @Override
    public List<ConsumerGroup> consumerGroups() {
        return List.of(new ConsumerGroup("media-uses", Role.MEDIA, tweets.media));
    }

    @Override
    public List<Runnable> startTasks(Set<Role> roles) {
        return roles.contains(Role.MEDIA) ? List.of(() -> workers.start(atOnce)) : List.of();
    }

    @Override
    public void close() {
        workers.close();
    }
}
