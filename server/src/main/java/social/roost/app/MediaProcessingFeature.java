package social.roost.app;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import social.roost.media.MediaProcessingJob;
import social.roost.media.MediaUpkeep;
import social.roost.media.MediaUse;
import social.roost.media.MediaWorkers;
import social.roost.media.Medium;

/** Processes uploads, and removes media that nothing uses. */
final class MediaProcessingFeature implements Feature {
    private final UserFeature users;
    private final TweetFeature tweets;
    private final MediaWorkers workers;
    private final int atOnce;

    MediaProcessingFeature(Config config, Stores stores, MediaFeature media, UserFeature users, TweetFeature tweets) {
        this.users = users;
        this.tweets = tweets;
        Stores.OfMedia own = stores.media();
        InstantSource clock = stores.infrastructure().clock();
        MediaProcessingJob job =
                new MediaProcessingJob(media.library, media.removal, own.processing(), own.naming(), clock);
        MediaUpkeep upkeep = new MediaUpkeep(media.library, media.removal, this::isUsed, clock);
        workers = new MediaWorkers(own.rows(), media.library, job, upkeep, clock);
        atOnce = config.media().processing().workers();
    }

    private boolean isUsed(Medium medium, MediaUse use) {
        return switch (use.kind()) {
            case TWEET -> tweets.media.isUsed(medium, use);
            case AVATAR, HEADER -> users.pictures.isUsed(medium, use);
        };
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
