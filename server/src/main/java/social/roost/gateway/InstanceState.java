package social.roost.gateway;

/**
 * The state of an instance of a role.
 *
 * @param ready whether the instance reports that it is ready
 * @param breaker closed: calls are made; open: no calls are made; half_open: a few trial calls are made
 * @param inProgress calls at this moment
 */
public record InstanceState(String role, String address, boolean ready, String breaker, int inProgress) {}
