package social.roost.link;

/** What a server answered to a request for a page. */
public sealed interface PageAnswer {

    /**
     * The beginning of a page, or all of it.
     *
     * @param charset as the response says; empty if it does not
     */
    record Html(Body body, String charset) implements PageAnswer {}

    /** A redirect. */
    record Moved(String location) implements PageAnswer {}

    /** Neither; for the log. */
    record Other(String description) implements PageAnswer {}

    /** Not a record, because it contains an array. */
    final class Body {
        private final byte[] bytes;

        public Body(byte[] bytes) {
            this.bytes = bytes;
        }

        /** Must not be modified. */
        public byte[] bytes() {
            return bytes;
        }
    }
}
