package social.roost.search.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import social.roost.search.TweetIndex;
import social.roost.search.TweetIndexContract;

class LuceneTweetIndexTest extends TweetIndexContract {
    @TempDir
    Path temporary;

    private final AtomicLong nanoseconds = new AtomicLong();
    private final Map<TweetIndex, Path> folders = new HashMap<>();
    private final List<LuceneTweetIndex> opened = new ArrayList<>();

    @Override
    protected TweetIndex index() {
        return open(temporary.resolve("index" + opened.size()));
    }

    private LuceneTweetIndex open(Path folder) {
        LuceneTweetIndex index = new LuceneTweetIndex(folder, nanoseconds::get);
        opened.add(index);
        folders.put(index, folder);
        return index;
    }

    /** Opens a copy of the files, as a crash would leave them. */
    @Override
    protected TweetIndex crashed(TweetIndex index) throws IOException {
        Path copy = temporary.resolve("copy" + opened.size());
        Files.createDirectory(copy);
        try (Stream<Path> files = Files.list(folders.get(index))) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return open(copy);
    }

    @Override
    protected void settle() {
        nanoseconds.addAndGet(1_000_000_000);
    }

    @AfterEach
    void close() {
        opened.forEach(LuceneTweetIndex::close);
    }
}
