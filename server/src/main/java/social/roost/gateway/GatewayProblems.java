package social.roost.gateway;

import social.roost.http.Problem;

/** What the gateway answers when a role does not, and it is not known what was done. */
final class GatewayProblems {
    private GatewayProblems() {}

    /** It may have been done. */
    static Problem brokenOff(String role) {
        return new Problem(
                502,
                "broken_off",
                "The service '" + role
                        + "' did not complete its response. The request may or may not have taken effect.");
    }

    /** It may have been done, or still be. */
    static Problem late(String role) {
        return new Problem(
                504,
                "late",
                "The service '" + role + "' did not respond in time. The request may or may not have taken effect.");
    }
}
