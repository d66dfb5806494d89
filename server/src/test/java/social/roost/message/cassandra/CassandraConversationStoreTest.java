package social.roost.message.cassandra;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import social.roost.message.ConversationStoreContract;
import social.roost.message.MessageStage;

@Tag("stack")
class CassandraConversationStoreTest extends ConversationStoreContract {
    @Override
    protected MessageStage open(Path folder) {
        return new CassandraMessageStage(folder);
    }
}
