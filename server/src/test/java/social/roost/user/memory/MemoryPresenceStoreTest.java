package social.roost.user.memory;

import java.time.InstantSource;
import social.roost.user.PresenceStore;
import social.roost.user.PresenceStoreContract;

class MemoryPresenceStoreTest extends PresenceStoreContract {
    private final PresenceStore store = new MemoryPresenceStore(ACTIVE, InstantSource.system());

    @Override
    protected PresenceStore store() {
        return store;
    }
}
