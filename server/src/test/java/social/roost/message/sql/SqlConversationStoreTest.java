package social.roost.message.sql;

import java.nio.file.Path;
import social.roost.message.ConversationStoreContract;
import social.roost.message.MessageStage;

class SqlConversationStoreTest extends ConversationStoreContract {
    @Override
    protected MessageStage open(Path folder) {
        return new SqlMessageStage(folder);
    }
}
