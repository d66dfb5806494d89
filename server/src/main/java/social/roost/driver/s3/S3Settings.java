package social.roost.driver.s3;

import java.net.URI;
import social.roost.base.config.Setting;

/** A bucket of an object storage with the protocol of Amazon S3. */
public record S3Settings(
        @Setting(
                value = "",
                help = "Address of the object storage for media, such as https://s3.example.org. A cluster needs one;"
                        + " empty keeps media in the data folder.")
        String endpoint,

        @Setting(value = "", help = "Address at which clients reach the object storage; empty for the same.")
        String publicEndpoint,

        @Setting(value = "us-east-1", help = "Region of the bucket.")
        String region,

        @Setting(value = "roost-media", help = "Bucket, created if it does not exist.")
        String bucket,

        @Setting(value = "", help = "Access key.") String accessKey,

        @Setting(value = "", help = "Secret key.", secret = true)
        String secretKey) {

    public S3Settings {
        requireAddress("endpoint", endpoint);
        requireAddress("public-endpoint", publicEndpoint);
        if (!endpoint.isEmpty() && (accessKey.isEmpty() || secretKey.isEmpty())) {
            throw new IllegalArgumentException("endpoint is set without access-key and secret-key");
        }
    }

    private static void requireAddress(String name, String address) {
        if (!address.isEmpty() && !address.matches("https?://[A-Za-z0-9.:\\[\\]-]+")) {
            throw new IllegalArgumentException(
                    name + " is '" + address + "', expected an address such as https://s3.example.org");
        }
    }

    public boolean isUsed() {
        return !endpoint.isEmpty();
    }

    /** Where clients send files; empty if there is no object storage. */
    public String clientEndpoint() {
        return publicEndpoint.isEmpty() ? endpoint : publicEndpoint;
    }

    URI uri() {
        return URI.create(endpoint);
    }
}
