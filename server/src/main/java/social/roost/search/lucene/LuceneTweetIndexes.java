package social.roost.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.UnavailableException;
import social.roost.search.TweetIndex;
import social.roost.search.TweetIndexes;

/** The indexes in a folder, each in a folder of its own; a file contains the name of the serving one. */
public final class LuceneTweetIndexes implements TweetIndexes, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LuceneTweetIndexes.class);
    private static final String PREFIX = "tweets-";
    private static final String SERVING = "serving-tweets";

    private final Path folder;
    private final Map<String, LuceneTweetIndex> indexes = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable String serving;

    /**
     * Opens what is in a folder.
     *
     * @param folder which exists; nobody else uses it
     */
    public LuceneTweetIndexes(Path folder) {
        this.folder = folder;
        for (String name : found()) {
            indexes.put(name, new LuceneTweetIndex(folder.resolve(name)));
        }
        serving = pointed();
    }

    private List<String> found() {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith(PREFIX))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Null if there is none. */
    private @Nullable String pointed() {
        try {
            Path pointer = folder.resolve(SERVING);
            String name = Files.exists(pointer) ? Files.readString(pointer).strip() : "";
            return indexes.containsKey(name) ? name : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String serving() {
        String name = serving;
        return name == null ? first() : name;
    }

    /** Whether the serving index has failed and does not work again yet. Opens nothing. */
    public boolean isFailing() {
        String name = serving;
        LuceneTweetIndex index = name == null ? null : indexes.get(name);
        return index != null && index.isFailing();
    }

    private String first() {
        lock.lock();
        try {
            if (serving == null) {
                serve(create());
            }
            return Objects.requireNonNull(serving);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Set<String> names() {
        String _ = serving();
        return indexes.keySet();
    }

    @Override
    public TweetIndex index(String name) {
        LuceneTweetIndex index = indexes.get(name);
        if (index == null) {
            // Another one has taken its place a moment ago.
            throw new UnavailableException("Search index", null);
        }
        return index;
    }

    @Override
    public String create() {
        lock.lock();
        try {
            String name = PREFIX + UUID.randomUUID();
            Files.createDirectory(folder.resolve(name));
            indexes.put(name, new LuceneTweetIndex(folder.resolve(name)));
            return name;
        } catch (IOException e) {
            throw new UnavailableException("Search index", e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void serve(String name) {
        lock.lock();
        try {
            TweetIndex _ = index(name);
            point(name);
            serving = name;
            for (String other : List.copyOf(indexes.keySet())) {
                if (!other.equals(name)) {
                    drop(other);
                }
            }
        } catch (IOException e) {
            throw new UnavailableException("Search index", e);
        } finally {
            lock.unlock();
        }
    }

    private void point(String name) throws IOException {
        Path next = folder.resolve(SERVING + ".next");
        Files.writeString(next, name);
        try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(next, folder.resolve(SERVING), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private void drop(String name) {
        LuceneTweetIndex index = indexes.remove(name);
        if (index != null) {
            index.close();
        }
        try (Stream<Path> files = Files.walk(folder.resolve(name))) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            LOG.warn("The old search index {} cannot be removed", name, e);
        }
    }

    @Override
    public void close() {
        indexes.values().forEach(LuceneTweetIndex::close);
    }
}
