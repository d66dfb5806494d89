package social.roost.app;

import java.util.List;
import social.roost.driver.otel.TraceReceiver.Received;

/** A trace as lines, each span indented below its parent. */
final class TraceTree {
    private TraceTree() {}

    static String of(List<Received> trace) {
        StringBuilder lines = new StringBuilder();
        long begin = trace.stream().mapToLong(Received::beginNanos).min().orElse(0);
        trace.stream()
                .filter(span -> trace.stream().noneMatch(other -> other.id().equals(span.parentId())))
                .forEach(root -> add(root, trace, begin, "", lines));
        return lines.toString();
    }

    private static void add(Received span, List<Received> trace, long begin, String indent, StringBuilder lines) {
        lines.append(String.format(
                "%8.3f ms %+9.3f ms  %s%s  [%s]%n",
                (span.beginNanos() - begin) / 1e6,
                (span.endNanos() - span.beginNanos()) / 1e6,
                indent,
                span.name(),
                span.service()));
        trace.stream()
                .filter(other -> other.parentId().equals(span.id()))
                .forEach(child -> add(child, trace, begin, indent + "  ", lines));
    }
}
