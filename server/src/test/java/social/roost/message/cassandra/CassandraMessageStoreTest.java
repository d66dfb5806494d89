package social.roost.message.cassandra;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import social.roost.message.MessageStage;
import social.roost.message.MessageStoreContract;

@Tag("stack")
class CassandraMessageStoreTest extends MessageStoreContract {
    @Override
    protected MessageStage open(Path folder) {
        return new CassandraMessageStage(folder);
    }
}
