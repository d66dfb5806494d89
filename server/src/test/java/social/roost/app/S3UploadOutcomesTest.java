package social.roost.app;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import social.roost.driver.StackServers;
import social.roost.driver.s3.S3Settings;

@Tag("stack")
@DisplayName("Uploads to S3 (I1-I4)")
class S3UploadOutcomesTest extends UploadOutcomesContract {
    @Override
    List<String> storage() {
        S3Settings s3 = StackServers.read().s3();
        return List.of(
                "s3.endpoint=" + s3.endpoint(),
                "s3.access-key=" + s3.accessKey(),
                "s3.secret-key=" + s3.secretKey(),
                "s3.bucket=outcomes-" + ProcessHandle.current().pid());
    }
}
