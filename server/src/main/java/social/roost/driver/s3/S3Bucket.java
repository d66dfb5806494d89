package social.roost.driver.s3;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.UnavailableException;
import social.roost.driver.CallSettings;
import social.roost.driver.Guard;
import social.roost.driver.UnusableStoreException;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CORSRule;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * One bucket of an object storage. A call that sends a file ends when nothing moves for a while; all others have the
 * deadline of every call. Opening an object is guarded, reading it is not.
 *
 * <p>Every call throws {@link UnavailableException} if the storage is unavailable; a write may then have taken effect.
 */
public final class S3Bucket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(S3Bucket.class);
    private static final int CORS_LIFETIME_SECONDS = 3_600;
    private static final int MISSING = 404;
    private static final int CONFLICT = 409;
    private static final int SERVER_ERROR = 500;
    private static final int NOT_IMPLEMENTED = 501;

    private final String name;
    private final S3Client client;
    private final S3Presigner presigner;
    private final AwsRequestOverrideConfiguration deadline;
    private final Guard guard;

    private S3Bucket(S3Settings settings, CallSettings calls) {
        name = settings.bucket();
        client = S3Connector.client(settings, calls);
        presigner = S3Connector.presigner(settings);
        deadline = AwsRequestOverrideConfiguration.builder()
                .apiCallAttemptTimeout(calls.deadline())
                .build();
        guard = new Guard("s3", calls, S3Bucket::isOutage);
    }

    /**
     * Opens a bucket, creates it if it does not exist, and lets web pages upload to it.
     *
     * @throws UnavailableException if the storage does not respond
     * @throws UnusableStoreException if it rejects the credentials or the name of the bucket
     */
    public static S3Bucket open(S3Settings settings, CallSettings calls) {
        S3Bucket bucket = new S3Bucket(settings, calls);
        try {
            bucket.create();
            bucket.allowUploads();
            return bucket;
        } catch (S3Exception e) {
            bucket.close();
            throw new UnusableStoreException("the object storage says: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            bucket.close();
            throw e;
        }
    }

    private static boolean isOutage(Throwable failure) {
        return failure instanceof SdkClientException
                || (failure instanceof S3Exception answer
                        && answer.statusCode() >= SERVER_ERROR
                        && answer.statusCode() != NOT_IMPLEMENTED);
    }

    public Guard guard() {
        return guard;
    }

    private void create() {
        if (!exists()) {
            try {
                var _ = guard.once("create-bucket", () -> client.createBucket(bucket -> bucket.bucket(name)));
            } catch (S3Exception e) {
                if (e.statusCode() != CONFLICT || !exists()) {
                    throw e;
                }
            }
        }
    }

    private boolean exists() {
        return guard.repeatable(
                        "head-bucket",
                        () -> orMissing(() ->
                                client.headBucket(bucket -> bucket.bucket(name).overrideConfiguration(deadline))))
                != null;
    }

    /** For every origin: who has a signed URL may upload, and nothing else is allowed. */
    private void allowUploads() {
        CORSRule rule = CORSRule.builder()
                .allowedMethods("PUT")
                .allowedHeaders("*")
                .allowedOrigins("*")
                .maxAgeSeconds(CORS_LIFETIME_SECONDS)
                .build();
        try {
            var _ = guard.once(
                    "allow-uploads",
                    () -> client.putBucketCors(cors -> cors.bucket(name)
                            .overrideConfiguration(deadline)
                            .corsConfiguration(rules -> rules.corsRules(rule))));
        } catch (S3Exception | UnavailableException e) {
            LOG.info(
                    "Cannot set CORS rules of the bucket {}; check that it allows PUT from web pages: {}",
                    name,
                    e.getMessage());
        }
    }

    /** Stores a file durably, replacing an object with this key. */
    public void put(String key, Path file, String contentType) {
        var _ = guard.repeatable(
                "put",
                () -> client.putObject(object -> object.bucket(name).key(key).contentType(contentType), file));
    }

    /** Null if there is no such object. */
    public @Nullable HeadObjectResponse head(String key) {
        return guard.repeatable(
                "head",
                () -> orMissing(() ->
                        client.headObject(object -> object.bucket(name).key(key).overrideConfiguration(deadline))));
    }

    /**
     * Opens an object; null if there is no such object.
     *
     * @param range of bytes, as in HTTP; null for all
     */
    public @Nullable ResponseInputStream<GetObjectResponse> get(String key, @Nullable String range) {
        GetObjectRequest request = GetObjectRequest.builder()
                .bucket(name)
                .key(key)
                .range(range)
                .overrideConfiguration(deadline)
                .build();
        return guard.repeatable("get", () -> orMissing(() -> client.getObject(request)));
    }

    /** Deletes an object. Does nothing if there is none. */
    public void delete(String key) {
        var _ = guard.repeatable(
                "delete",
                () -> orMissing(() -> client.deleteObject(
                        object -> object.bucket(name).key(key).overrideConfiguration(deadline))));
    }

    /**
     * Lists objects in the order of their keys.
     *
     * @param after only keys above this one; empty for all
     */
    public List<S3Object> list(String prefix, String after, int limit) {
        return guard.repeatable(
                "list",
                () -> client.listObjectsV2(objects -> objects.bucket(name)
                                .prefix(prefix)
                                .startAfter(after.isEmpty() ? null : after)
                                .maxKeys(limit)
                                .overrideConfiguration(deadline))
                        .contents());
    }

    /** A URL with which anyone can store exactly this until it expires. */
    public String putUrl(String key, String contentType, long bytes, Duration lifetime) {
        return presigner
                .presignPutObject(url -> url.signatureDuration(lifetime)
                        .putObjectRequest(object -> object.bucket(name)
                                .key(key)
                                .contentType(contentType)
                                .contentLength(bytes)))
                .url()
                .toString();
    }

    private static <T> @Nullable T orMissing(Supplier<T> call) {
        try {
            return call.get();
        } catch (S3Exception e) {
            if (e.statusCode() != MISSING) {
                throw e;
            }
            return null;
        }
    }

    @Override
    public void close() {
        client.close();
        presigner.close();
    }
}
