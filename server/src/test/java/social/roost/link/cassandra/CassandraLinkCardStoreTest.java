package social.roost.link.cassandra;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import social.roost.driver.cassandra.CassandraStage;
import social.roost.link.LinkCardStore;
import social.roost.link.LinkCardStoreContract;

@Tag("stack")
class CassandraLinkCardStoreTest extends LinkCardStoreContract {
    private final CassandraStage cassandra = CassandraStage.of(LinkTables.PART);
    private LinkCardStore store = new CassandraLinkCardStore(cassandra.cluster());

    @BeforeEach
    void empty() {
        cassandra.empty();
    }

    @Override
    protected LinkCardStore store() {
        return store;
    }

    @Override
    protected void crash() {
        store = new CassandraLinkCardStore(cassandra.cluster());
    }
}
