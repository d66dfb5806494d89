package social.roost.driver.sql;

/** Deletes many rows in writes that are small enough for others to get in between. */
public final class BoundedDelete {
    private static final int ROWS = 2_000;

    private BoundedDelete() {}

    /**
     * Repeats the statement until it deletes fewer rows than it may.
     *
     * @param sql its parameters are the bound and how many rows it may delete
     */
    public static void run(Database database, String sql, long bound) {
        int deleted;
        do {
            deleted = database.write(handle -> handle.execute(sql, bound, ROWS));
        } while (deleted == ROWS);
    }
}
