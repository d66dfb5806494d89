package social.roost.gateway;

import social.roost.http.Problem;

/** What the gateway answers when a role does not, and it is not known what was done. */
final class GatewayProblems {
    private GatewayProblems() {}

    /** It may have been done. */
    static Problem brokenOff(String role) {
        return new Problem(
                502, "broken_off", "The service '" + role + "' broke off: what was asked may have happened or not.");
    }

    /** It may have been done, or still be. */
    static Problem late(String role) {
        return new Problem(
                504, "late", "The service '" + role + "' took too long: what was asked may have happened or not.");
    }
}
