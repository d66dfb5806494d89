package social.roost.live;

/** Why a stream is closed, with the status codes of RFC 6455, section 7.4; codes from 4000 are our own. */
public enum Closing {
    UNAVAILABLE(1011, "A dependency is unavailable: reconnect."),
    RESTART(1012, "The server is stopping: reconnect."),
    TOO_SLOW(1013, "The client reads too slowly: reconnect."),
    SILENT(1001, "The client did not respond to pings."),
    LOGGED_OUT(4401, "The session has ended.");

    private final int code;
    private final String reason;

    Closing(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    public int code() {
        return code;
    }

    public String reason() {
        return reason;
    }
}
