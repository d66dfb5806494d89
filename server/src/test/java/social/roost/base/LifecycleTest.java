package social.roost.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifecycleTest {
    private final List<String> stopped = new ArrayList<>();
    private final Lifecycle lifecycle = new Lifecycle();

    @Test
    void partsAreStoppedInReverseOrder() {
        add("first");
        add("second");
        add("third");
        lifecycle.close();
        assertThat(stopped).containsExactly("third", "second", "first");
    }

    @Test
    void allAreStoppedThoughSomeFailAndEveryFailureIsTold() {
        add("first");
        IOException last = addFailing("second");
        add("third");
        IOException first = addFailing("fourth");
        assertThatThrownBy(lifecycle::close)
                .isInstanceOf(IllegalStateException.class)
                .satisfies(e -> assertThat(e.getCause()).isSameAs(first));
        assertThat(first.getSuppressed()).containsExactly(last);
        assertThat(stopped).containsExactly("fourth", "third", "second", "first");
    }

    @Test
    void stoppingTwiceStopsNothingTwice() {
        add("first");
        addFailing("second");
        assertThatThrownBy(lifecycle::close).isInstanceOf(IllegalStateException.class);
        assertThatCode(lifecycle::close).doesNotThrowAnyException();
        assertThat(stopped).containsExactly("second", "first");
    }

    private void add(String name) {
        AutoCloseable part = () -> stopped.add(name);
        assertThat(lifecycle.add(part)).isSameAs(part);
    }

    private IOException addFailing(String name) {
        IOException failure = new IOException(name);
        AutoCloseable _ = lifecycle.add(() -> {
            stopped.add(name);
            throw failure;
        });
        return failure;
    }
}
