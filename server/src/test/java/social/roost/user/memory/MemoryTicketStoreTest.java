package social.roost.user.memory;

import social.roost.user.TicketStore;
import social.roost.user.TicketStoreContract;

class MemoryTicketStoreTest extends TicketStoreContract {
    private final TicketStore store = new MemoryTicketStore();

    @Override
    protected TicketStore store() {
        return store;
    }
}
