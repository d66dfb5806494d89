package social.roost.driver.s3;

import java.net.URI;
import social.roost.base.config.Setting;

/** An object storage for media with the protocol of Amazon S3. */
public record S3Settings(
        @Setting(
                value = "",
                help = "Address of the object storage, such as https://s3.example.org; empty to keep media in the data"
                        + " folder (embedded stores) or to accept none (cluster).")
        String endpoint,

        @Setting(value = "", help = "Address at which clients reach it; empty for the same.")
        String publicEndpoint,

        @Setting(value = "us-east-1", help = "Region of the bucket.")
        String region,

        @Setting(value = "roost-media", help = "Bucket for media; created if it does not exist.")
        String bucket,

        @Setting(value = "", help = "Access key.")
        String accessKey,

        @Setting(value = "", help = "Secret key.", secret = true)
        String secretKey,

        @Setting(
                value = "",
                help = "Origins of the web client, from which browsers upload, such as https://roost.example.org;"
                        + " empty for any. The bucket is configured accordingly.")
        String clientOrigin) {

    public S3Settings {
        check("endpoint", endpoint);
        check("public-endpoint", publicEndpoint);
        if (!endpoint.isEmpty() && (accessKey.isEmpty() || secretKey.isEmpty())) {
            throw new IllegalArgumentException("endpoint is set without access-key and secret-key");
        }
    }

    private static void check(String name, String address) {
        if (!address.isEmpty() && !address.matches("https?://[A-Za-z0-9.:\\[\\]-]+")) {
            throw new IllegalArgumentException(
                    name + " is '" + address + "', expected an address such as https://s3.example.org");
        }
    }

    public boolean isUsed() {
        return !endpoint.isEmpty();
    }

    URI uri() {
        return URI.create(endpoint);
    }

    /** Where clients send files. */
    public String clientEndpoint() {
        return publicEndpoint.isEmpty() ? endpoint : publicEndpoint;
    }
}
