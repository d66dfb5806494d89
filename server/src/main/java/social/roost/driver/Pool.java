package social.roost.driver;

import java.util.function.IntSupplier;

/**
 * A pool of connections to a store, for metrics.
 *
 * @param name of the store
 * @param used connections in use
 * @param idle unused connections
 * @param waiting callers that wait for a connection
 * @param maximum size of the pool
 */
public record Pool(String name, IntSupplier used, IntSupplier idle, IntSupplier waiting, int maximum) {}
