package social.roost.media;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import social.roost.base.Snowflake;

/**
 * An upload, and what became of it. Its methods are the transitions between its states; a store applies them to the
 * newest state.
 *
 * @param userId who uploads it
 * @param failure why it failed; null if it did not
 * @param content null until it is ready
 */
public record Medium(
        long id,
        long userId,
        Upload upload,
        MediaState state,
        @Nullable Failure failure,
        @Nullable MediaContent content,
        Description description,
        List<MediaUse> uses,
        Work work) {

    /** Nothing has to be done. */
    public static final long NEVER = Long.MAX_VALUE;

    /** A process that does not renew its lease for this long is considered dead. */
    static final Duration LEASE = Duration.ofSeconds(60);

    static final Duration LOOKS_FOR_FILE = Duration.ofMinutes(5);
    static final Duration WITHOUT_FILE = Duration.ofHours(1);
    static final Duration WITHOUT_USE = Duration.ofHours(24);

    /** After this, a use that is not confirmed must be checked. */
    static final Duration UNCONFIRMED = Duration.ofMinutes(10);

    /**
     * What was announced.
     *
     * @param size bytes
     */
    public record Upload(Purpose purpose, String type, long size) {
        /** Whether it may be an animation or video, whose processing takes long. */
        boolean isMoving() {
            return FileType.named(type).map(FileType::kind).orElse(MediaKind.VIDEO) != MediaKind.IMAGE;
        }
    }

    /**
     * What the author says about it.
     *
     * @param focusX where the focus is, from -1 at the left to 1 at the right
     * @param focusY from -1 at the bottom to 1 at the top
     */
    public record Description(String altText, double focusX, double focusY) {
        public static final Description NONE = new Description("", 0, 0);
    }

    /**
     * What has to be done next.
     *
     * @param attempts how often processing began
     * @param startedAt when it first did, in milliseconds since 1970; 0 if it did not
     * @param progress of processing, from 0 to 1
     * @param since when the state or the uses changed, in milliseconds since 1970
     * @param dueAt when something has to be done, in milliseconds since 1970
     */
    public record Work(int attempts, long startedAt, double progress, long since, long dueAt) {
        Work due(long at) {
            return new Work(attempts, startedAt, progress, since, at);
        }

        Work changed(long now, long at) {
            return new Work(attempts, startedAt, progress, now, at);
        }
    }

    /** A stored failure, by its code. One of a newer version is unknown here. */
    public static @Nullable Failure failure(@Nullable String code) {
        if (code == null) {
            return null;
        }
        return Arrays.stream(Failure.values())
                .filter(failure -> failure.code().equals(code))
                .findFirst()
                .orElse(Failure.PROCESSING_FAILED);
    }

    static Medium waiting(long id, long userId, Upload upload, long now) {
        return new Medium(
                id,
                userId,
                upload,
                MediaState.WAITING,
                null,
                null,
                Description.NONE,
                List.of(),
                new Work(0, 0, 0, now, now + LOOKS_FOR_FILE.toMillis()));
    }

    /** When it was announced, in milliseconds since 1970. */
    public long createdAt() {
        return Snowflake.millis(id);
    }

    /** Where its upload is, which nobody can read. */
    public String uploadKey() {
        return ObjectKeys.upload(id);
    }

    /** The keys of the objects that it has, or is about to have, with their sizes in bytes. */
    public Map<String, Long> objects() {
        if (state == MediaState.WAITING || state.isJob()) {
            return Map.of(uploadKey(), upload.size());
        }
        return state == MediaState.READY && content != null
                ? content.files().stream()
                        .collect(Collectors.toMap(file -> ObjectKeys.file(file.name()), MediaContent.File::bytes))
                : Map.of();
    }

    /** Whether its file may not have arrived yet. */
    public boolean isAwaited() {
        return state == MediaState.WAITING;
    }

    boolean isUnused() {
        return uses.isEmpty();
    }

    /** Whether everyone may see it, which nobody may if only messages or scheduled tweets use it. */
    public boolean isPublic() {
        return state == MediaState.READY
                && uses.stream().anyMatch(use -> use.kind().isPublic());
    }

    /** Whether a message uses it: those who have a {@link PrivateUrls signed URL} may see it. */
    boolean isInMessage() {
        return state == MediaState.READY && uses.stream().anyMatch(use -> use.kind() == MediaUse.Kind.MESSAGE);
    }

    /** Its file has arrived. */
    Medium uploaded(long now) {
        return state == MediaState.WAITING ? in(MediaState.UPLOADED, new Work(0, 0, 0, now, now)) : this;
    }

    Medium due(long at) {
        return in(state, work.due(at));
    }

    /** A process starts to process it. */
    Medium claimed(long now) {
        long started = work.startedAt == 0 ? now : work.startedAt;
        return in(MediaState.PROCESSING, new Work(work.attempts + 1, started, 0, now, now + LEASE.toMillis()));
    }

    /** That process is still at it. Nothing changes if it is not its turn any more. */
    Medium renewed(int attempt, double progress, long now) {
        return isProcessedBy(attempt)
                ? in(state, new Work(attempt, work.startedAt, progress, work.since, now + LEASE.toMillis()))
                : this;
    }

    /** It could not be processed now. */
    Medium released(int attempt, long retryAt) {
        return isProcessedBy(attempt) ? in(MediaState.UPLOADED, work.due(retryAt)) : this;
    }

    /** The object storage was unavailable, which does not count as an attempt. */
    Medium postponed(int attempt, long retryAt) {
        return isProcessedBy(attempt)
                ? in(MediaState.UPLOADED, new Work(attempt - 1, 0, 0, work.since, retryAt))
                : this;
    }

    boolean isProcessedBy(int attempt) {
        return state == MediaState.PROCESSING && work.attempts == attempt;
    }

    Medium ready(int attempt, MediaContent made, long now) {
        return isProcessedBy(attempt)
                ? new Medium(
                        id,
                        userId,
                        upload,
                        MediaState.READY,
                        null,
                        made,
                        description,
                        uses,
                        work.changed(now, now + LEASE.toMillis()))
                : this;
    }

    Medium failed(int attempt, Failure reason, long now) {
        return isProcessedBy(attempt)
                ? new Medium(
                        id,
                        userId,
                        upload,
                        MediaState.FAILED,
                        reason,
                        null,
                        description,
                        uses,
                        work.changed(now, now + LEASE.toMillis()))
                : this;
    }

    Medium described(Description other) {
        return new Medium(id, userId, upload, state, failure, content, other, uses, work);
    }

    /** Until it is confirmed, the use is checked after a while. */
    Medium used(MediaUse use, long now) {
        return uses.contains(use)
                ? this
                : withUses(Stream.concat(uses.stream(), Stream.of(use)).toList(), now, now + UNCONFIRMED.toMillis());
    }

    /** What uses it is stored. If that was found out too late, it is used again. */
    Medium confirmed(MediaUse use, long now) {
        if (uses.contains(use)) {
            return work.dueAt == NEVER ? this : due(NEVER);
        }
        return state == MediaState.READY ? used(use, now).due(NEVER) : this;
    }

    Medium unused(MediaUse use, long now) {
        if (!uses.contains(use)) {
            return this;
        }
        List<MediaUse> others =
                uses.stream().filter(other -> !other.equals(use)).toList();
        return withUses(others, now, others.isEmpty() ? now + WITHOUT_USE.toMillis() : work.dueAt);
    }

    Medium removed(long now) {
        return in(MediaState.REMOVED, work.changed(now, now));
    }

    private Medium withUses(List<MediaUse> others, long now, long dueAt) {
        return new Medium(id, userId, upload, state, failure, content, description, others, work.changed(now, dueAt));
    }

    private Medium in(MediaState next, Work then) {
        return new Medium(id, userId, upload, next, failure, content, description, uses, then);
    }
}
