package social.roost.message.sql;

import java.nio.file.Path;
import social.roost.message.InboxContract;
import social.roost.message.MessageStage;

class SqlInboxTest extends InboxContract {
    @Override
    protected MessageStage open(Path folder) {
        return new SqlMessageStage(folder);
    }
}
