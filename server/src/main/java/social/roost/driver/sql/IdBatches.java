package social.roost.driver.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Splits a list of ids into parts that fit a statement's parameters. */
public final class IdBatches {
    private static final int SIZE = 500;

    private IdBatches() {}

    public static void forEach(long[] ids, Consumer<List<Long>> action) {
        for (int from = 0; from < ids.length; from += SIZE) {
            int to = Math.min(ids.length, from + SIZE);
            List<Long> batch = new ArrayList<>(to - from);
            for (int i = from; i < to; i++) {
                batch.add(ids[i]);
            }
            action.accept(batch);
        }
    }
}
