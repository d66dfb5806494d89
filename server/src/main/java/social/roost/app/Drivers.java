package social.roost.app;

import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import social.roost.driver.Guard;
import social.roost.driver.Pool;
import social.roost.driver.StoreCalls;

/**
 * What the adapters call, for metrics.
 *
 * @param calls of each store
 * @param guards of the stores that are servers
 * @param queues the number of waiting writes, by name
 */
record Drivers(List<StoreCalls> calls, List<Guard> guards, List<Pool> pools, Map<String, IntSupplier> queues) {}
