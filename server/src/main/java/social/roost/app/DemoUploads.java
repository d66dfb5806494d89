package social.roost.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import social.roost.demo.Picture;
import social.roost.media.MediaCapabilities;
import social.roost.media.MediaState;
import social.roost.media.MediaUploads;
import social.roost.media.MediaUploads.Focus;
import social.roost.media.ObjectStorage;

/** Uploads pictures as a client would, but puts their files into the object storage itself. */
final class DemoUploads {
    private final MediaUploads uploads;
    private final MediaCapabilities capabilities;
    private final ObjectStorage objects;

    DemoUploads(Server server) {
        MediaFeature media = server.features().media;
        uploads = media.uploads();
        capabilities = media.accepted();
        objects = server.stores().media().objects();
    }

    boolean isAccepted(Picture picture) {
        return capabilities.types().stream().anyMatch(type -> type.contentType().equals(picture.type()));
    }

    long upload(long userId, String purpose, Picture picture) {
        byte[] file = picture.file().get();
        long id = uploads.begin(userId, picture.type(), (long) file.length, purpose)
                .mediaId();
        var _ = uploads.describe(userId, id, picture.altText(), new Focus(picture.focusX(), picture.focusY()));
        put(uploads.find(userId, id).medium().uploadKey(), file, picture.type());
        var _ = uploads.uploaded(userId, id);
        return id;
    }

    private void put(String key, byte[] file, String type) {
        try {
            Path temporary = Files.createTempFile("roost-demo-", "");
            try {
                Files.write(temporary, file);
                objects.put(key, temporary, type);
            } finally {
                Files.delete(temporary);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MediaState state(long userId, long id) {
        return uploads.find(userId, id).medium().state();
    }
}
