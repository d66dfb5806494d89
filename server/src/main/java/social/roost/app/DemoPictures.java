package social.roost.app;

import static social.roost.media.MediaState.FAILED;
import static social.roost.media.MediaState.READY;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.demo.DemoWorld;
import social.roost.demo.DemoWorld.Line;
import social.roost.demo.DemoWorld.Person;
import social.roost.demo.Picture;
import social.roost.media.MediaState;
import social.roost.media.ProfilePictures;
import social.roost.media.ProfilePictures.Choice;
import social.roost.user.Accounts.ProfileEdit;

/**
 * Uploads the pictures of the demo world in the background, and uses them in profiles and tweets when they are
 * processed. Pictures that cannot be processed here are left out.
 */
final class DemoPictures implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DemoPictures.class);
    private static final long PAUSE_MILLIS = 50;
    private static final long END_MILLIS = 5_000;

    private final DemoPeople people;
    private final DemoTweets tweets;
    private final DemoUploads uploads;
    private final ProfilePictures profiles;
    private final List<Waiting> waiting = new ArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("demo").daemon().unstarted(this::run);

    DemoPictures(Server server, DemoPeople people, DemoTweets tweets) {
        this.people = people;
        this.tweets = tweets;
        uploads = new DemoUploads(server);
        profiles = server.features().users.pictures;
    }

    void start() {
        thread.start();
    }

    /** What is missing then stays missing. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(END_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            for (Runnable step : steps()) {
                step.run();
                useProcessed();
                if (isClosedAfter(0)) {
                    return;
                }
            }
            while (!waiting.isEmpty() && !isClosedAfter(PAUSE_MILLIS)) {
                useProcessed();
            }
            System.out.println("Demo pictures added.");
        } catch (RuntimeException e) {
            LOG.warn("Some pictures of the demo content are missing", e);
        }
    }

    /** What is seen first comes first. */
    private List<Runnable> steps() {
        List<Runnable> steps = new ArrayList<>();
        for (Person person : DemoWorld.PEOPLE) {
            steps.add(() -> upload(
                    person.username(), "avatar", List.of(person.avatar()), ids -> edit(person, choice(ids), null)));
        }
        for (int i = 0; i < DemoWorld.LINES.size(); i++) {
            int index = i;
            Line line = DemoWorld.LINES.get(index);
            if (!line.pictures().isEmpty()) {
                steps.add(() -> upload(line.username(), "tweet", line.pictures(), ids -> tweets.post(index, ids)));
            }
        }
        for (Person person : DemoWorld.PEOPLE) {
            steps.add(() -> upload(
                    person.username(), "header", List.of(person.header()), ids -> edit(person, null, choice(ids))));
        }
        return steps;
    }

    private void upload(String username, String purpose, List<Picture> pictures, Consumer<List<Long>> use) {
        long userId = people.id(username);
        List<Long> ids = pictures.stream()
                .filter(uploads::isAccepted)
                .map(picture -> uploads.upload(userId, purpose, picture))
                .toList();
        waiting.add(new Waiting(userId, ids, use));
    }

    private void useProcessed() {
        List<Waiting> processed = waiting.stream().filter(Waiting::isProcessed).toList();
        waiting.removeAll(processed);
        processed.forEach(Waiting::use);
    }

    private void edit(Person person, @Nullable Choice avatar, @Nullable Choice header) {
        var _ = profiles.edit(people.id(person.username()), ProfileEdit.of(null, null, null, null), avatar, header);
    }

    private static @Nullable Choice choice(List<Long> ids) {
        return ids.isEmpty() ? null : new Choice(ids.getFirst());
    }

    private boolean isClosedAfter(long millis) {
        try {
            return closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Uploads that are used together. */
    private final class Waiting {
        private final long userId;
        private final List<Long> ids;
        private final Consumer<List<Long>> use;

        Waiting(long userId, List<Long> ids, Consumer<List<Long>> use) {
            this.userId = userId;
            this.ids = ids;
            this.use = use;
        }

        boolean isProcessed() {
            return ids.stream().map(this::state).allMatch(state -> state == READY || state == FAILED);
        }

        void use() {
            use.accept(ids.stream().filter(id -> state(id) == READY).toList());
        }

        private MediaState state(long id) {
            return uploads.state(userId, id);
        }
    }
}
