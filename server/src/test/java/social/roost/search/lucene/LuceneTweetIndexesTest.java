package social.roost.search.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import social.roost.search.TweetIndexes;
import social.roost.search.TweetIndexesContract;

class LuceneTweetIndexesTest extends TweetIndexesContract {
    @TempDir
    Path temporary;

    private final List<LuceneTweetIndexes> opened = new ArrayList<>();
    private Path folder;

    @BeforeEach
    void open() throws IOException {
        folder = Files.createDirectory(temporary.resolve("search"));
        opened.add(new LuceneTweetIndexes(folder));
    }

    @Override
    protected TweetIndexes indexes() {
        return opened.getLast();
    }

    /** Opens a copy of the files, as a crash would leave them. */
    @Override
    protected TweetIndexes crashed() throws IOException {
        Path copy = temporary.resolve("copy" + opened.size());
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(folder.relativize(file)));
            }
        }
        opened.add(new LuceneTweetIndexes(copy));
        return opened.getLast();
    }

    @AfterEach
    void close() {
        opened.forEach(LuceneTweetIndexes::close);
    }
}
