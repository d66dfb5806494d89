package social.roost.message.cassandra;

/** Ranges of sequence numbers by which messages are partitioned, so that no partition grows without limit. */
final class Bucket {
    private static final long SIZE = 1_000;

    private Bucket() {}

    static long of(long seq) {
        return Math.floorDiv(seq - 1, SIZE);
    }

    static long first(long bucket) {
        return bucket * SIZE + 1;
    }

    static long last(long bucket) {
        return first(bucket + 1) - 1;
    }
}
