package social.roost.loadgen;

/** A file to upload. */
final class UploadFile {
    private final String type;
    private final byte[] content;
    private final boolean hostile;

    private UploadFile(String type, byte[] content, boolean hostile) {
        this.type = type;
        this.content = content;
        this.hostile = hostile;
    }

    /** A photograph, which must become ready. */
    static UploadFile photograph(byte[] content) {
        return new UploadFile("image/jpeg", content, false);
    }

    /** @param type as the client says */
    static UploadFile hostile(String type, byte[] content) {
        return new UploadFile(type, content, true);
    }

    String type() {
        return type;
    }

    /** Must not be modified. */
    byte[] content() {
        return content;
    }

    boolean isHostile() {
        return hostile;
    }
}
