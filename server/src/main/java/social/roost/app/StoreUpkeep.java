package social.roost.app;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import social.roost.http.HealthRoutes.Dependency;

/**
 * What operators need of the stores, whatever they contain.
 *
 * @param drivers what the adapters call
 * @param dependencies the state of the servers behind the adapters
 * @param writable whether this process can store data
 * @param tasks what the adapters run periodically
 */
record StoreUpkeep(
        Drivers drivers,
        Supplier<List<Dependency>> dependencies,
        BooleanSupplier writable,
        List<ScheduledTask> tasks) {}
