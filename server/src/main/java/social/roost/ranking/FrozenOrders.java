package social.roost.ranking;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The order in which a reader is reading: one of each reader, for {@link #LIFETIME}. May be lost. */
public interface FrozenOrders {
    Duration LIFETIME = Duration.ofMinutes(15);

    /** Keeps an order instead of an earlier one. */
    void keep(long readerId, Frozen order);

    /** The reader's order; null if there is none. */
    @Nullable
    Frozen of(long readerId);

    /** An order that no longer changes. */
    final class Frozen {
        private final long session;
        private final long[] ids;
        private final float[] scores;

        /**
         * @param session identifies it among those of the reader
         * @param ids of tweets
         * @param scores of the tweets; 0 where the order is that of time
         */
        public Frozen(long session, long[] ids, float[] scores) {
            this.session = session;
            this.ids = ids;
            this.scores = scores;
        }

        public long session() {
            return session;
        }

        public long[] ids() {
            return ids;
        }

        public float[] scores() {
            return scores;
        }
    }
}
