package social.roost.search;

/** The order of hits, and after which one to continue. */
public sealed interface SearchOrder {

    /** By id, descending. */
    record Latest(long below) implements SearchOrder {
        public static final Latest FIRST = new Latest(Long.MAX_VALUE);
    }

    /**
     * By {@link Relevance}, then by id, descending.
     *
     * @param now milliseconds since 1970; the same for all pages of a search
     * @param score of the last hit that was read
     * @param id of that hit
     */
    record Relevant(long now, float score, long id) implements SearchOrder {
        public static Relevant first(long now) {
            return new Relevant(now, Float.POSITIVE_INFINITY, Long.MAX_VALUE);
        }

        /** Whether a hit comes after the last one. */
        public boolean isBefore(float otherScore, long otherId) {
            return otherScore < score || (otherScore == score && otherId < id);
        }
    }

    /** The same order after a hit. */
    default SearchOrder after(Hit hit) {
        return switch (this) {
            case Latest _ -> new Latest(hit.id());
            case Relevant relevant -> new Relevant(relevant.now(), hit.score(), hit.id());
        };
    }
}
