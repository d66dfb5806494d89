package social.roost.driver.sql;

/** SQL that differs between SQLite and PostgreSQL. */
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

    /** The end of a query in a write that locks the rows it finds until the commit. */
    public abstract String lockingRows();

    /** The database's time in milliseconds since 1970. */
    public abstract String nowMillis();
}
