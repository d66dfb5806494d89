package social.roost.driver.sql;

/** Where SQLite and PostgreSQL want different SQL for the same. */
public enum Dialect {
    SQLITE {
        @Override
        public String lockingRows() {
            return ""; // There is one writer, so nobody else could change them.
        }
    },
    POSTGRES {
        @Override
        public String lockingRows() {
            return " FOR UPDATE";
        }
    };

    /** Ends a query in a write so that nobody changes the rows that it finds before the write is done. */
    public abstract String lockingRows();
}
