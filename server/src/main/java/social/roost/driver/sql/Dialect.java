package social.roost.driver.sql;

/** Where SQLite and PostgreSQL want different SQL for the same. */
public enum Dialect {
    SQLITE {
        @Override
        public String lockingRows() {
            return ""; // There is one writer, so nobody else could change them.
        }

        @Override
        public String nowMillis() {
            return "CAST(unixepoch('subsec') * 1000 AS INTEGER)";
        }
    },
    POSTGRES {
        @Override
        public String lockingRows() {
            return " FOR UPDATE";
        }

        @Override
        public String nowMillis() {
            return "now_millis()";
        }
    };

    /** Ends a query in a write so that nobody changes the rows that it finds before the write is done. */
    public abstract String lockingRows();

    /** The database's time in milliseconds since 1970. */
    public abstract String nowMillis();
}
