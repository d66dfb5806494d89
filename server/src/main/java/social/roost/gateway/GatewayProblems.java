package social.roost.gateway;

import social.roost.http.Problem;

/** Responses for a role that did not answer, when the outcome of the request is unknown. */
final class GatewayProblems {
    private GatewayProblems() {}

    /** The request may have taken effect. */
    static Problem brokenOff(String role) {
        return new Problem(
                502,
                "broken_off",
                "The service '" + role
                        + "' did not complete its response. The request may or may not have taken effect.");
    }

    /** The request may have taken effect, or still take effect. */
    static Problem late(String role) {
        return new Problem(
                504,
                "late",
                "The service '" + role + "' did not respond in time. The request may or may not have taken effect.");
    }
}
