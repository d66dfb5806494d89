package social.roost.notification.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.cql.Row;
import java.util.EnumSet;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.driver.cassandra.CassandraStage;
import social.roost.notification.Notice;
import social.roost.notification.Notification;
import social.roost.notification.NotificationStore;
import social.roost.notification.NotificationStoreContract;
import social.roost.notification.NotificationType;

@Tag("stack")
class CassandraNotificationStoreTest extends NotificationStoreContract {
    private final CassandraStage cassandra = CassandraStage.of(NotificationTables.PART);
    private NotificationStore store = other();

    @BeforeEach
    void empty() {
        cassandra.empty();
    }

    @Override
    protected NotificationStore store() {
        return store;
    }

    @Override
    protected NotificationStore other() {
        return new CassandraNotificationStore(cassandra.cluster(), LIMITS);
    }

    @Override
    protected void crash() {
        store = other();
    }

    @Test
    void aWriteWhoseAnswerIsLostIsMadeOnce() {
        cassandra.timeOut("UPDATE notification", 1);
        assertThat(store.add(mentionIn(1), 5, 1)).isEqualTo(new NotificationStore.Added(1, true));
        assertThat(store.list(10, EnumSet.allOf(NotificationType.class), null, 10))
                .extracting(Notification::id)
                .containsExactly(1L);
    }

    @Test
    void aPartitionHasNoMoreRowsThanAreKept() {
        for (int i = 1; i <= 12; i++) {
            store.add(mentionIn(i), i, i);
            store.remove(mentionIn(i - 3), i);
            store.add(new Notice(10, NotificationType.FOLLOW, 10, i), i, 100 + i);
            store.remove(new Notice(10, NotificationType.FOLLOW, 10, i), i);
        }
        CassandraCluster cluster = cassandra.cluster();
        Row count = cluster.readOne(cluster.prepare("SELECT count(*) FROM notification WHERE user_id = 10")
                .bind());
        assertThat(Objects.requireNonNull(count).getLong(0))
                .as("slots, and what was taken back")
                .isLessThanOrEqualTo(LIMITS.notifications() + 1);
    }

    private static Notice mentionIn(long tweet) {
        return new Notice(10, NotificationType.MENTION, tweet, 11);
    }
}
