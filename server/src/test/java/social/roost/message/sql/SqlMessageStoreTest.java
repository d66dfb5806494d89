package social.roost.message.sql;

import java.nio.file.Path;
import social.roost.message.MessageStage;
import social.roost.message.MessageStoreContract;

class SqlMessageStoreTest extends MessageStoreContract {
    @Override
    protected MessageStage open(Path folder) {
        return new SqlMessageStage(folder);
    }
}
