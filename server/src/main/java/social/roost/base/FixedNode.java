package social.roost.base;

/** A node number from the configuration. */
record FixedNode(int number, long latestId) implements NodeLease {
    @Override
    public void requireHeld() {}

    @Override
    public void keepAheadOf(Snowflake ids) {}

    @Override
    public void close() {}
}
