package social.roost.message.cassandra;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import social.roost.message.MessageChangesContract;
import social.roost.message.MessageStage;

@Tag("stack")
class CassandraMessageChangesTest extends MessageChangesContract {
    @Override
    protected MessageStage open(Path folder) {
        return new CassandraMessageStage(folder);
    }
}
