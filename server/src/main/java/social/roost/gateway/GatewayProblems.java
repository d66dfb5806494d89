package social.roost.gateway;

import social.roost.http.Problem;

/** What the gateway answers when a role does not. */
final class GatewayProblems {
    private GatewayProblems() {}

    /** Nothing was done. */
    static Problem unavailable(String role) {
        return new Problem(
                503, "unavailable", "The part called '" + role + "' is down just now: try again in a moment.");
    }

    /** Nothing was done. */
    static Problem full(String role) {
        return new Problem(
                503, "overloaded", "Too much is asked of the part called '" + role + "': try again in a moment.");
    }

    /** It may have been done. */
    static Problem brokenOff(String role) {
        return new Problem(
                502,
                "broken_off",
                "The part called '" + role + "' broke off: what was asked may have happened or not.");
    }

    /** It may have been done, or still be. */
    static Problem late(String role) {
        return new Problem(
                504, "late", "The part called '" + role + "' took too long: what was asked may have happened or not.");
    }
}
