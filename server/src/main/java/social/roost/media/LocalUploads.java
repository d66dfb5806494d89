package social.roost.media;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import social.roost.base.OverloadedException;
import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;

/** Receives the files of uploads at this server, where the object storage is part of it. */
public final class LocalUploads {
    private static final int MOST_AT_ONCE = 200;

    private final MediaLibrary library;
    private final ObjectStorage objects;
    private final ArrivingObjects arriving;
    private final UploadSignature signature;
    private final InstantSource clock;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    public LocalUploads(
            MediaLibrary library,
            ObjectStorage objects,
            ArrivingObjects arriving,
            UploadSignature signature,
            InstantSource clock) {
        this.library = library;
        this.objects = objects;
        this.arriving = arriving;
        this.signature = signature;
        this.clock = clock;
    }

    /**
     * Receives the file of an upload.
     *
     * @param parameters of the URL
     * @param type as the client says
     * @param body called only if the file is wanted
     * @throws Rejection FORBIDDEN for a wrong URL, CONFLICT if the file was received before, INVALID for a wrong type
     *     or size; then nothing is stored
     */
    public void receive(long mediaId, Map<String, String> parameters, @Nullable String type, Body body) {
        if (!signature.isValid(mediaId, parameters) || Long.parseLong(parameters.get("expires")) < clock.millis()) {
            throw new Rejection(
                    Kind.FORBIDDEN,
                    "invalid_upload_url",
                    "This is no valid upload URL, or it has expired: get another.");
        }
        if (type == null || !type.equalsIgnoreCase(parameters.get("type"))) {
            throw Rejection.invalid("content-type", "Send the file with the headers that belong to the upload URL.");
        }
        Medium medium = awaited(mediaId);
        if (!places.tryAcquire()) {
            throw new OverloadedException("Too many uploads are arriving");
        }
        try {
            receive(medium, body.begin(medium.upload().size()));
        } finally {
            places.release();
        }
    }

    private void receive(Medium medium, ArrivingObjects.Source source) {
        if (!arriving.receive(medium.uploadKey(), medium.upload().size(), source)) {
            throw new Rejection(Kind.INVALID, "wrong_size", "The file is shorter than announced.", "content-length");
        }
        if (library.current(medium.id()).isEmpty()) {
            objects.delete(medium.uploadKey());
            throw missing();
        }
    }

    private Medium awaited(long mediaId) {
        Medium medium = library.current(mediaId).orElseThrow(LocalUploads::missing);
        if (medium.state() != MediaState.WAITING) {
            throw new Rejection(Kind.CONFLICT, "already_uploaded", "The file has already been received.");
        }
        return medium;
    }

    /** The URL was valid, but its upload has been deleted. */
    private static Rejection missing() {
        return new Rejection(
                Kind.FORBIDDEN, "invalid_upload_url", "The upload does not exist any more: begin another.");
    }

    /** The body of a request. */
    @FunctionalInterface
    public interface Body {
        /**
         * Starts to read it.
         *
         * @param size how many bytes it should have
         * @throws RuntimeException if it announces more
         */
        ArrivingObjects.Source begin(long size);
    }
}
