package social.roost.search.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lucene's objects for an open index. Its tweets are sorted by id, the newest first. */
record OpenIndex(Directory directory, IndexWriter writer, SearcherManager searchers) {
    static final Sort NEWEST_FIRST = new Sort(new SortField(TweetFields.ID, SortField.Type.LONG, true));

    private static final Logger LOG = LoggerFactory.getLogger(OpenIndex.class);
    private static final double BUFFER_MEGABYTES = 16;

    /** Exists from the first time on: an index without files is then a damaged one. */
    private static final String MARK = "roost-created";

    static boolean exists(Path folder) {
        return Files.exists(folder.resolve(MARK));
    }

    static OpenIndex open(Path folder) throws IOException {
        Files.createDirectories(folder);
        Directory directory = new MMapDirectory(folder);
        try {
            if (exists(folder) && !DirectoryReader.indexExists(directory)) {
                throw new IndexNotFoundException("no index in " + folder);
            }
            IndexWriter writer = new IndexWriter(directory, configuration());
            long _ = writer.commit();
            if (!exists(folder)) {
                Files.createFile(folder.resolve(MARK));
            }
            return new OpenIndex(directory, writer, new SearcherManager(writer, new SearcherFactory()));
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private static IndexWriterConfig configuration() {
        return new IndexWriterConfig()
                .setIndexSort(NEWEST_FIRST)
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setMaxFullFlushMergeWaitMillis(0) // otherwise a refresh waits for merges, up to half a second
                .setOpenMode(IndexWriterConfig.OpenMode.CREATE_OR_APPEND);
    }

    /** Makes everything durable. */
    void close() {
        try (directory;
                searchers;
                writer) {
            LOG.debug("Closing {}", directory);
        } catch (IOException | RuntimeException e) {
            LOG.warn("The search index was not closed cleanly", e);
        }
    }

    /** Gives up what is not durable. */
    void abandon() {
        try (directory;
                searchers) {
            writer.rollback();
        } catch (IOException | RuntimeException e) {
            LOG.debug("A failed search index was not closed cleanly", e);
        }
    }
}
