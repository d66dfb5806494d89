package social.roost.app;

import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import social.roost.driver.Guard;
import social.roost.driver.Pool;
import social.roost.driver.StoreCalls;

/**
 * What is called behind the adapters, for whoever measures it.
 *
 * @param calls of each store
 * @param guards of those stores that are servers
 * @param queues how much waits to be written, by what it is
 */
record Drivers(List<StoreCalls> calls, List<Guard> guards, List<Pool> pools, Map<String, IntSupplier> queues) {}
