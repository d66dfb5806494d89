package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdgeListTest {
    @TempDir
    Path folder;

    @Test
    void aLineIsAFollowAndEveryoneIsNamedOnce() throws IOException {
        EdgeList edges = EdgeList.read(file("1 2\n3\t1\n  2   1  \r\n"));
        assertThat(edges.names()).containsExactly("1", "2", "3");
        assertThat(pairs(edges)).containsExactly("1>2", "3>1", "2>1");
    }

    @Test
    void emptyLinesAndCommentsAreAllowedAndALastLineNeedsNoEnd() throws IOException {
        EdgeList edges = EdgeList.read(file("# follows\n\n   \na b"));
        assertThat(pairs(edges)).containsExactly("a>b");
        assertThat(EdgeList.read(file("")).size()).isZero();
        assertThat(EdgeList.read(file("\n")).names()).isEmpty();
        assertThat(pairs(EdgeList.read(file("# none\n")))).isEmpty();
    }

    @Test
    void gzipIsKnownByItsContent() throws IOException {
        Path file = folder.resolve("edges.txt");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("1 2\n2 3\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(pairs(EdgeList.read(file))).containsExactly("1>2", "2>3");
    }

    @Test
    void longListsAreReadWhole() throws IOException {
        List<String> lines =
                IntStream.range(0, 5_000).mapToObj(i -> i + " " + (i + 1)).toList();
        EdgeList edges = EdgeList.read(file(String.join("\n", lines)));
        assertThat(edges.size()).isEqualTo(5_000);
        assertThat(edges.names()).hasSize(5_001);
        assertThat(pairs(edges)).last().isEqualTo("4999>5000");
    }

    @Test
    void aLineThatIsNoFollowIsNamed() throws IOException {
        for (String line : List.of("1", "1 2 3", "1,2", "é 1", "1 " + "x".repeat(50), "1 a-b")) {
            Path file = file("1 2\n\n" + line + "\n");
            assertThatThrownBy(() -> EdgeList.read(file))
                    .as(line)
                    .isInstanceOf(StartupException.class)
                    .hasMessageContaining("line 3");
        }
        assertThat(EdgeList.read(file("1 " + "x".repeat(49))).size()).isEqualTo(1);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("edges"), text);
    }

    private static List<String> pairs(EdgeList edges) {
        return IntStream.range(0, edges.size())
                .mapToObj(i -> edges.follower(i) + ">" + edges.followee(i))
                .toList();
    }
}
