package social.roost.live.memory;

import java.time.InstantSource;
import social.roost.live.PresenceStore;
import social.roost.live.PresenceStoreContract;

class MemoryPresenceStoreTest extends PresenceStoreContract {
    private final PresenceStore store = new MemoryPresenceStore(ACTIVE, InstantSource.system());

    @Override
    protected PresenceStore store() {
        return store;
    }
}
