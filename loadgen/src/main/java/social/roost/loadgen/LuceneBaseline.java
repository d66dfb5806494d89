package social.roost.loadgen;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;

/** Lucene as it comes: its standard analysis, one field, BM25. */
final class LuceneBaseline implements AutoCloseable {
    private static final Sort NEWEST_FIRST = new Sort(new SortField("id", SortField.Type.LONG, true));

    private final StandardAnalyzer analyzer = new StandardAnalyzer();
    private final Directory directory;
    private final IndexWriter writer;

    LuceneBaseline(Path folder) throws IOException {
        directory = new MMapDirectory(folder);
        writer = new IndexWriter(
                directory,
                new IndexWriterConfig(analyzer).setIndexSort(NEWEST_FIRST).setRAMBufferSizeMB(16));
    }

    void add(long id, String text) throws IOException {
        Document document = new Document();
        document.add(new NumericDocValuesField("id", id));
        document.add(new TextField("text", text, Field.Store.NO));
        long _ = writer.addDocument(document);
    }

    void commit() throws IOException {
        long _ = writer.commit();
    }

    IndexSearcher searcher() throws IOException {
        return new IndexSearcher(DirectoryReader.open(writer));
    }

    /** Returns the number of hits. */
    int search(IndexSearcher searcher, String text, boolean latest, int limit) throws IOException {
        Query query = query(text);
        return latest
                ? searcher.search(query, limit, NEWEST_FIRST).scoreDocs.length
                : searcher.search(query, limit).scoreDocs.length;
    }

    private Query query(String text) throws IOException {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        try (TokenStream tokens = analyzer.tokenStream("text", text)) {
            CharTermAttribute term = tokens.getAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                all.add(new TermQuery(new Term("text", term.toString())), Occur.MUST);
                phrase.add(new Term("text", term.toString()));
            }
            tokens.end();
        }
        return text.startsWith("\"") ? phrase.build() : all.build();
    }

    @Override
    public void close() throws IOException {
        try (directory;
                writer) {
            analyzer.close();
        }
    }
}
