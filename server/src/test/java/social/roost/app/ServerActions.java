package social.roost.app;

import java.time.Duration;
import java.util.Map;

/** Actions on the server and its clock. */
final class ServerActions {
    private final HistoryWorld world;
    private final ReadActions reads;

    ServerActions(HistoryWorld world, ReadActions reads) {
        this.world = world;
        this.reads = reads;
    }

    void disturb() {
        switch (world.random.nextInt(9)) {
            case 0 -> {
                world.did("restart");
                world.server.restart(Map.of());
            }
            case 1 -> {
                world.did("crash");
                world.server.crash();
            }
            case 2, 3 -> stepClock(Duration.ofDays(4));
            case 4, 5 -> stepClock(Duration.ofSeconds(world.random.nextInt(30)));
            case 6 -> {
                Duration there = Duration.ofSeconds(world.random.nextInt(100_000));
                stepClock(there);
                stepClock(there.negated());
            }
            default -> stepClock(Duration.ofSeconds(-world.random.nextInt(100_000)));
        }
    }

    private void stepClock(Duration step) {
        world.did("clock " + step);
        world.clock.step(step);
        reads.pollAll();
    }
}
