package social.roost.media.cassandra;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import social.roost.driver.cassandra.CassandraStage;
import social.roost.media.MediaStore;
import social.roost.media.MediaStoreContract;

@Tag("stack")
class CassandraMediaStoreTest extends MediaStoreContract {
    private final CassandraStage cassandra = CassandraStage.of(MediaTables.PART);
    private MediaStore store = new CassandraMediaStore(cassandra.cluster(), _ -> {});

    @BeforeEach
    void empty() {
        cassandra.empty();
    }

    @Override
    protected MediaStore store() {
        return store;
    }

    @Override
    protected void crash() {
        store = new CassandraMediaStore(cassandra.cluster(), _ -> {});
    }
}
