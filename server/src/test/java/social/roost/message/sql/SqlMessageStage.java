package social.roost.message.sql;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import social.roost.event.EventLog;
import social.roost.event.sql.SqliteStage;
import social.roost.message.MessageStage;

/** The only process with the stores is both. */
final class SqlMessageStage implements MessageStage {
    private final SqliteStage stage;
    private Ports process;

    SqlMessageStage(Path folder) {
        stage = new SqliteStage(folder);
        process = open();
    }

    @Override
    public Ports process() {
        return process;
    }

    @Override
    public Ports other() {
        return process;
    }

    @Override
    public EventLog events() {
        return stage.events();
    }

    @Override
    public void crash() throws IOException {
        stage.crash();
        process = open();
    }

    private Ports open() {
        return new Ports(
                new SqlConversationStore(stage.database(), stage.events(), InstantSource.system()),
                new SqlMessageStore(stage.database(), stage.events()),
                new SqlContactStore(stage.database()));
    }

    @Override
    public void close() {
        stage.close();
    }
}
