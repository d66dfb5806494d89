package social.roost.app;

import social.roost.http.RawRequest;

/** A user on the {@link ApiTour}, with a session. */
record Guest(String id, String token) {
    RawRequest request(String method, String path) {
        return RawRequest.of(method, path).token(token);
    }
}
