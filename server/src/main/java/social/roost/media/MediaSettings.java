package social.roost.media;

import java.net.URI;
import java.time.Duration;
import social.roost.base.config.ByteSize;
import social.roost.base.config.Setting;

/** Pictures, GIFs and videos. */
public record MediaSettings(
        @Setting(
                value = "",
                help = "Address under which clients get media files, such as https://cdn.example.org/media; empty for"
                        + " /media-files on this server.")
        String publicUrl,

        @Setting(
                value = "1h",
                help = "How long shared caches, such as that of a content delivery network, deliver a file before they"
                        + " ask whether it still exists. 0s: they do not keep files.")
        Duration cacheTime,

        @Setting(value = "30", help = "How many uploads each user can have that are not used yet.")
        int unusedUploads,

        @Setting(value = "1GiB", help = "Maximum total size of a user's uploads that are not used yet.")
        ByteSize unusedSize,

        MediaLimits limits,
        ProcessingSettings processing) {

    /** Where files are by default. */
    public static final String FILES = "/media-files/";

    public MediaSettings {
        if (unusedUploads < 1) {
            throw new IllegalArgumentException("unused-uploads is " + unusedUploads + ", expected 1 or more");
        }
        if (!publicUrl.isEmpty() && !isAddress(publicUrl)) {
            throw new IllegalArgumentException(
                    "public-url is '" + publicUrl + "', expected an address such as https://cdn.example.org/media");
        }
    }

    private static boolean isAddress(String text) {
        return text.matches("https?://[A-Za-z0-9.:\\[\\]-]+(/[A-Za-z0-9._~/-]*)?");
    }

    /** What the names of files are appended to. */
    public String fileBase() {
        return publicUrl.isEmpty() ? FILES : publicUrl.replaceAll("/*$", "") + "/";
    }

    /** The origin of files; empty if it is this server. */
    public String fileOrigin() {
        URI uri = URI.create(publicUrl);
        return publicUrl.isEmpty() ? "" : uri.getScheme() + "://" + uri.getAuthority();
    }
}
