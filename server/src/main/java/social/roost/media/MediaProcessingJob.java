package social.roost.media;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.LogThrottle;
import social.roost.base.UnavailableException;
import social.roost.media.MediaProcessing.Done;
import social.roost.media.MediaProcessing.Rejected;

/**
 * Processes an upload under a lease: a process that dies loses it, and another one starts again. After three attempts
 * or ten minutes the upload has failed. While the object storage is unavailable, it waits, at most for a day.
 */
public final class MediaProcessingJob {
    private static final Logger LOG = LoggerFactory.getLogger(MediaProcessingJob.class);
    private static final int MOST_ATTEMPTS = 3;
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final MediaLibrary library;
    private final MediaRemoval removal;
    private final MediaProcessing processing;
    private final FileNaming naming;
    private final InstantSource clock;
    private final LogThrottle warnings = new LogThrottle(1);

    public MediaProcessingJob(
            MediaLibrary library,
            MediaRemoval removal,
            MediaProcessing processing,
            FileNaming naming,
            InstantSource clock) {
        this.library = library;
        this.removal = removal;
        this.processing = processing;
        this.naming = naming;
        this.clock = clock;
    }

    /** Processes an upload unless another process does. */
    void run(long id) throws InterruptedException {
        AtomicBoolean claimed = new AtomicBoolean();
        Medium medium = library.update(id, known -> claim(known, claimed));
        if (medium != null && medium.state() == MediaState.FAILED) {
            settle(medium);
        } else if (medium != null && claimed.get()) {
            process(medium);
        }
    }

    private Medium claim(Medium medium, AtomicBoolean claimed) {
        long now = clock.millis();
        boolean due = medium.state().isJob() && medium.work().dueAt() <= now;
        boolean givenUp = due && (medium.work().attempts() >= MOST_ATTEMPTS || isLate(medium, now));
        claimed.set(due && !givenUp);
        if (givenUp) {
            Failure failure = isLate(medium, now) ? Failure.PROCESSING_TIMED_OUT : Failure.PROCESSING_FAILED;
            Medium last = medium.claimed(now);
            return last.failed(last.work().attempts(), failure, now);
        }
        return due ? medium.claimed(now) : medium;
    }

    private static boolean isLate(Medium medium, long now) {
        long started = medium.work().startedAt();
        return (started > 0 && now - started > LONGEST.toMillis())
                || now - medium.createdAt() > Medium.WITHOUT_USE.toMillis();
    }

    private void process(Medium medium) throws InterruptedException {
        int attempt = medium.work().attempts();
        Lease lease = new Lease(library, medium, LONGEST, clock);
        try (lease;
                WorkFolder folder = naming.workFolder()) {
            process(medium, folder, lease);
        } catch (NoSuchFileException e) {
            LOG.warn("The file of upload {} is gone", medium.id());
            fail(medium, Failure.PROCESSING_FAILED);
        } catch (InterruptedException e) {
            if (!lease.isLost()) {
                release(medium, attempt, 0);
                throw e;
            }
            fail(medium, Failure.PROCESSING_TIMED_OUT);
        } catch (UnavailableException e) {
            if (warnings.allows()) {
                LOG.warn("Uploads are not processed, will retry: {}", e.getMessage());
            }
            long retryAt = clock.millis() + PAUSE.toMillis();
            library.update(medium.id(), known -> known.postponed(attempt, retryAt));
        } catch (IOException | RuntimeException e) {
            LOG.warn("Could not process upload {} at attempt {}", medium.id(), attempt, e);
            release(medium, attempt, PAUSE.toMillis());
        }
    }

    private void process(Medium medium, WorkFolder folder, Lease lease) throws IOException, InterruptedException {
        removal.objects().copyTo(medium.uploadKey(), folder.input());
        switch (processing.process(folder.input(), medium.upload().purpose(), folder.output(), lease::progress)) {
            case Done(ProcessedMedia made) -> ready(medium, made);
            case Rejected(Failure failure) -> fail(medium, failure);
        }
    }

    private void release(Medium medium, int attempt, long pause) {
        library.update(medium.id(), known -> known.released(attempt, clock.millis() + pause));
    }

    private void ready(Medium medium, ProcessedMedia made) throws IOException {
        List<MediaContent.File> files = new ArrayList<>(made.renditions().size());
        for (Rendition rendition : made.renditions()) {
            files.add(store(medium, rendition));
        }
        MediaContent content = new MediaContent(
                made.kind(), made.width(), made.height(), made.durationMillis(), made.blurhash(), files);
        settle(library.update(medium.id(), known -> known.ready(medium.work().attempts(), content, clock.millis())));
    }

    private MediaContent.File store(Medium medium, Rendition rendition) throws IOException {
        String name = naming.name(medium.id(), hash(rendition.file()), rendition.contentType());
        removal.objects().put(ObjectKeys.file(name), rendition.file(), rendition.contentType());
        return new MediaContent.File(
                rendition.name(),
                name,
                rendition.contentType(),
                rendition.width(),
                rendition.height(),
                rendition.bytes());
    }

    private static byte[] hash(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private void fail(Medium medium, Failure failure) {
        settle(library.update(medium.id(), known -> known.failed(medium.work().attempts(), failure, clock.millis())));
    }

    /** Removes what is not needed any more; the upkeep does so if this process dies before. */
    private void settle(@Nullable Medium medium) {
        if (medium == null) {
            return;
        }
        switch (medium.state()) {
            case READY, FAILED -> {
                removal.tidy(medium);
                library.update(
                        medium.id(),
                        known -> known.isUnused() && !known.state().isJob()
                                ? known.due(known.work().since() + Medium.WITHOUT_USE.toMillis())
                                : known);
            }
            case REMOVED -> removal.finish(medium.id());
            case WAITING, UPLOADED, PROCESSING -> {}
        }
    }
}
