package social.roost.driver.s3;

import java.util.HashMap;
import java.util.Map;
import social.roost.base.config.ConfigLoader;
import social.roost.base.config.ConfigSources;
import social.roost.driver.CallSettings;
import social.roost.driver.StackServers;

/** A bucket of this JVM on the object storage that the tests share. */
public final class S3Stage {
    private static final String BUCKET = "test-" + ProcessHandle.current().pid();

    private S3Stage() {}

    /** Opens the bucket, which may contain objects. */
    public static S3Bucket open() {
        return S3Bucket.open(settings(Map.of()), calls());
    }

    static S3Settings settings(Map<String, String> others) {
        Map<String, String> all = new HashMap<>(Map.of("s3.bucket", BUCKET));
        all.putAll(others);
        return StackServers.read(all).s3();
    }

    static CallSettings calls() {
        return ConfigLoader.load(CallSettings.class, new ConfigSources(null, Map.of(), Map.of("deadline", "20s")))
                .value();
    }
}
