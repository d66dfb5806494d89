package social.roost.app;

import java.util.List;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Uploads to the server itself (I1-I4)")
class FolderUploadOutcomesTest extends UploadOutcomesContract {
    @Override
    List<String> storage() {
        return List.of();
    }
}
