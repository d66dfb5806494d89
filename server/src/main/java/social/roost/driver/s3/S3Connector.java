package social.roost.driver.s3;

import java.net.URI;
import java.time.Duration;
import social.roost.driver.CallSettings;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Opens clients that work with every implementation of the protocol. */
final class S3Connector {
    /** How long a transfer may stand still. */
    private static final Duration SILENCE = Duration.ofSeconds(20);

    private S3Connector() {}

    /** The guard retries, not this client. */
    static S3Client client(S3Settings settings, CallSettings calls) {
        return S3Client.builder()
                .endpointOverride(URI.create(settings.endpoint()))
                .region(Region.of(settings.region()))
                .credentialsProvider(credentials(settings))
                .serviceConfiguration(bucketsInPaths())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(override -> override.retryStrategy(retry -> retry.maxAttempts(1)))
                .httpClientBuilder(Apache5HttpClient.builder()
                        .maxConnections(calls.concurrency())
                        .connectionTimeout(calls.deadline())
                        .connectionAcquisitionTimeout(calls.patience())
                        .socketTimeout(SILENCE))
                .build();
    }

    /** Signs URLs for clients, which reach the storage at their own address. */
    static S3Presigner presigner(S3Settings settings) {
        return S3Presigner.builder()
                .endpointOverride(URI.create(settings.clientEndpoint()))
                .region(Region.of(settings.region()))
                .credentialsProvider(credentials(settings))
                .serviceConfiguration(bucketsInPaths())
                .build();
    }

    private static StaticCredentialsProvider credentials(S3Settings settings) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(settings.accessKey(), settings.secretKey()));
    }

    /** Buckets as host names need a wildcard in DNS and in the certificate, which few other storages have. */
    private static S3Configuration bucketsInPaths() {
        return S3Configuration.builder()
                .pathStyleAccessEnabled(true)
                .chunkedEncodingEnabled(false)
                .build();
    }
}
