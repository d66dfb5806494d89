package social.roost.message.sql;

import java.nio.file.Path;
import social.roost.message.MessageChangesContract;
import social.roost.message.MessageStage;

class SqlMessageChangesTest extends MessageChangesContract {
    @Override
    protected MessageStage open(Path folder) {
        return new SqlMessageStage(folder);
    }
}
