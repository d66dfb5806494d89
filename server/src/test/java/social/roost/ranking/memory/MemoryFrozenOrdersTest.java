package social.roost.ranking.memory;

import social.roost.ranking.FrozenOrders;
import social.roost.ranking.FrozenOrdersContract;

class MemoryFrozenOrdersTest extends FrozenOrdersContract {
    private final FrozenOrders store = new MemoryFrozenOrders(1 << 20);

    @Override
    protected FrozenOrders store() {
        return store;
    }
}
