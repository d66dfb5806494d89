package social.roost.driver.s3;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.driver.CallSettings;
import social.roost.driver.Guard;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.CORSRule;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** One bucket of an object storage. Each call passes the guard; a body that is read afterwards does not. */
public final class S3Bucket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(S3Bucket.class);
    private static final Duration SILENCE = Duration.ofSeconds(20);
    private static final int MISSING = 404;
    private static final int CONFLICT = 409;
    private static final int SERVER_ERROR = 500;

    private final S3Settings settings;
    private final S3Client client;
    private final S3Presigner presigner;
    private final Guard guard;

    public S3Bucket(S3Settings settings, CallSettings calls) {
        this.settings = settings;
        StaticCredentialsProvider credentials = StaticCredentialsProvider.create(
                AwsBasicCredentials.create(settings.accessKey(), settings.secretKey()));
        Region region = Region.of(settings.region());
        // Buckets as part of the path work with every storage. A signed URL must not demand a checksum of the client.
        S3Configuration paths = S3Configuration.builder()
                .pathStyleAccessEnabled(true)
                .chunkedEncodingEnabled(false)
                .build();
        client = S3Client.builder()
                .endpointOverride(settings.uri())
                .region(region)
                .credentialsProvider(credentials)
                .serviceConfiguration(paths)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(override -> override.retryStrategy(retry -> retry.maxAttempts(1)))
                .httpClient(UrlConnectionHttpClient.builder()
                        .connectionTimeout(calls.deadline())
                        .socketTimeout(SILENCE)
                        .build())
                .build();
        presigner = S3Presigner.builder()
                .endpointOverride(URI.create(settings.clientEndpoint()))
                .region(region)
                .credentialsProvider(credentials)
                .serviceConfiguration(paths)
                .build();
        guard = new Guard("s3", calls, S3Bucket::isOutage);
    }

    private static boolean isOutage(Throwable failure) {
        return failure instanceof SdkClientException
                || (failure instanceof S3Exception refused && refused.statusCode() >= SERVER_ERROR);
    }

    public Guard guard() {
        return guard;
    }

    /** Creates the bucket if it does not exist, and lets the web client upload. */
    public void prepare() {
        guard.once("create", () -> {
            try {
                return client.createBucket(bucket -> bucket.bucket(settings.bucket()));
            } catch (S3Exception e) {
                if (e.statusCode() != CONFLICT) {
                    throw e;
                }
                return null;
            }
        });
        try {
            guard.once("cors", () -> client.putBucketCors(cors -> cors.bucket(settings.bucket())
                    .corsConfiguration(configuration -> configuration.corsRules(rule()))));
        } catch (S3Exception e) {
            LOG.info("The object storage does not accept CORS rules; browsers must be able to upload: {}", e.getMessage());
        }
    }

    private CORSRule rule() {
        String origin = settings.clientOrigin();
        return CORSRule.builder()
                .allowedMethods("PUT")
                .allowedHeaders("*")
                .allowedOrigins(origin.isEmpty() ? "*" : origin)
                .maxAgeSeconds(3_600)
                .build();
    }

    public void put(String key, Path file, String contentType) {
        var _ = guard.repeatable(
                "put",
                () -> client.putObject(
                        object -> object.bucket(settings.bucket()).key(key).contentType(contentType), file));
    }

    /** Null if there is no such object. */
    public @Nullable HeadObjectResponse head(String key) {
        return guard.repeatable(
                "head",
                () -> orMissing(() -> client.headObject(object -> object.bucket(settings.bucket()).key(key))));
    }

    /** A part of an object; null if there is no such object. */
    public @Nullable InputStream get(String key, long offset, long length) {
        return guard.repeatable(
                "get",
                () -> orMissing(() -> client.getObject(GetObjectRequest.builder()
                        .bucket(settings.bucket())
                        .key(key)
                        .range("bytes=" + offset + "-" + (offset + length - 1))
                        .build())));
    }

    /** The whole object; null if there is none. */
    public @Nullable InputStream get(String key) {
        return guard.repeatable(
                "get",
                () -> orMissing(() -> client.getObject(GetObjectRequest.builder()
                        .bucket(settings.bucket())
                        .key(key)
                        .build())));
    }

    public void delete(String key) {
        var _ = guard.repeatable(
                "delete",
                () -> orMissing(() -> client.deleteObject(object -> object.bucket(settings.bucket()).key(key))));
    }

    /** In the order of the keys. */
    public List<S3Object> list(String prefix, String after, int limit) {
        return guard.repeatable("list", () -> client.listObjectsV2(request -> {
                    request.bucket(settings.bucket()).prefix(prefix).maxKeys(limit);
                    if (!after.isEmpty()) {
                        request.startAfter(after);
                    }
                })
                .contents());
    }

    /** A URL with which anyone can store exactly this. */
    public String putUrl(String key, String contentType, long size, Duration lifetime) {
        PutObjectRequest object = PutObjectRequest.builder()
                .bucket(settings.bucket())
                .key(key)
                .contentType(contentType)
                .contentLength(size)
                .build();
        return presigner
                .presignPutObject(request -> request.signatureDuration(lifetime).putObjectRequest(object))
                .url()
                .toString();
    }

    private static <T> @Nullable T orMissing(Supplier<? extends @Nullable T> call) {
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
