package social.roost.loadgen.micro;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import social.roost.timeline.Descending;

/** The newest 20 ids of a reader's own list of 800 and the lists of famous followees, 100 ids each. */
@State(Scope.Benchmark)
public class MergeMicro {
    private static final int OWN = 800;
    private static final int OF_FAMOUS = 100;

    @Param({"0", "5", "20", "100"})
    public int famous;

    private final List<long[]> lists = new ArrayList<>();

    @Setup
    public void fill() {
        SplittableRandom random = new SplittableRandom(7);
        lists.clear();
        lists.add(ids(random, OWN));
        for (int i = 0; i < famous; i++) {
            lists.add(ids(random, OF_FAMOUS));
        }
    }

    @Benchmark
    public long[] newest() {
        return Descending.newest(lists, Long.MAX_VALUE, 0, 20);
    }

    private static long[] ids(SplittableRandom random, int count) {
        long[] rising = random.longs(count, 1, Long.MAX_VALUE).sorted().toArray();
        long[] falling = new long[count];
        for (int i = 0; i < count; i++) {
            falling[i] = rising[count - 1 - i];
        }
        return falling;
    }
}
