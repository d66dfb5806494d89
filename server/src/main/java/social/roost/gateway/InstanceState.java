package social.roost.gateway;

/**
 * How one instance of a role is doing.
 *
 * @param ready whether it says so itself
 * @param breaker closed while calls succeed, open while it is left alone, half_open while a few calls try it again
 * @param inProgress calls at this moment
 */
public record InstanceState(String role, String address, boolean ready, String breaker, int inProgress) {}
