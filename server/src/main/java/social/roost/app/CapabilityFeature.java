package social.roost.app;

import java.util.List;
import java.util.function.Supplier;
import social.roost.api.Capability;
import social.roost.api.CapabilityRoutes;
import social.roost.http.Route;

/** Tells clients what all features declare as their capabilities. */
final class CapabilityFeature implements Feature {
    private final Supplier<List<Capability>> declared;

    CapabilityFeature(Supplier<List<Capability>> declared) {
        this.declared = declared;
    }

    @Override
    public List<Route> routes(Role role) {
        return role == Role.MEDIA ? new CapabilityRoutes(declared.get()).routes() : List.of();
    }
}
