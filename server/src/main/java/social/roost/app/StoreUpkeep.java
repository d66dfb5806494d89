package social.roost.app;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import social.roost.http.HealthRoutes.Dependency;

/**
 * What operators ask of the stores, whatever is in them.
 *
 * @param drivers what is called behind the adapters
 * @param dependencies how the servers behind the adapters are doing
 * @param writable whether this process can store anything
 * @param tasks what the adapters want done now and then
 */
record StoreUpkeep(
        Drivers drivers,
        Supplier<List<Dependency>> dependencies,
        BooleanSupplier writable,
        List<ScheduledTask> tasks) {}
