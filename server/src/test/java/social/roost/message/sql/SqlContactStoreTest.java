package social.roost.message.sql;

import java.nio.file.Path;
import social.roost.message.ContactStoreContract;
import social.roost.message.MessageStage;

class SqlContactStoreTest extends ContactStoreContract {
    @Override
    protected MessageStage open(Path folder) {
        return new SqlMessageStage(folder);
    }
}
