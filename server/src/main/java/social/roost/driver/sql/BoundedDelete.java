package social.roost.driver.sql;

/** Deletes many rows in writes that are small enough for other writes to run in between. */
public final class BoundedDelete {
    private static final int ROWS = 2_000;

    private BoundedDelete() {}

    /**
     * Repeats the statement until it deletes fewer rows than it may.
     *
     * @param sql its parameters are the bound and the maximum number of rows
     */
    public static void run(Database database, String sql, long bound) {
        int deleted;
        do {
            deleted = database.write(handle -> handle.execute(sql, bound, ROWS));
        } while (deleted == ROWS);
    }
}
