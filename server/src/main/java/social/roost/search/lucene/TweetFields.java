package social.roost.search.lucene;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;
import social.roost.search.IndexedTweet;
import social.roost.search.Popularity;
import social.roost.search.WordTerms;
import social.roost.search.text.Token;

/**
 * The fields of a tweet. Nothing is stored: a hit is the id.
 *
 * <p>The text is one field, so that phrases may match in different forms, see {@link WordTerms}.
 */
final class TweetFields {
    static final String ID = "id";
    static final String POPULARITY = "popularity";
    static final String TEXT = "text";
    static final String ATTRIBUTE = "attribute";

    private static final String KEY = "key";
    private static final int LIKES_SHIFT = 8;
    private static final FieldType TEXT_TYPE = new FieldType();

    static {
        TEXT_TYPE.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        TEXT_TYPE.setTokenized(true);
        TEXT_TYPE.setOmitNorms(true);
        TEXT_TYPE.freeze();
    }

    private TweetFields() {}

    static Document document(IndexedTweet tweet) {
        Document document = new Document();
        document.add(new StringField(KEY, key(tweet.id()), Field.Store.NO));
        document.add(NumericDocValuesField.indexedField(ID, tweet.id()));
        document.add(new NumericDocValuesField(POPULARITY, popularity(tweet.popularity())));
        document.add(new Field(TEXT, new Terms(tweet.tokens()), TEXT_TYPE));
        for (String attribute : tweet.attributes()) {
            document.add(new StringField(ATTRIBUTE, attribute, Field.Store.NO));
        }
        return document;
    }

    static Term term(long id) {
        return new Term(KEY, key(id));
    }

    private static BytesRef key(long id) {
        byte[] bytes = new byte[Long.BYTES];
        NumericUtils.longToSortableBytes(id, bytes, 0);
        return new BytesRef(bytes);
    }

    /** Likes first, so that their order is that of the numbers. */
    private static long popularity(Popularity popularity) {
        return lowest(popularity.likes()) | popularity.engagement();
    }

    /** The lowest popularity with this bucket of likes. */
    static long lowest(int likes) {
        return (long) likes << LIKES_SHIFT;
    }

    static int engagement(long popularity) {
        return (int) (popularity & ((1 << LIKES_SHIFT) - 1));
    }

    /** The terms of a text at their positions. */
    private static final class Terms extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
        private final Iterator<Placed> placed;
        private int position = -1;

        Terms(List<Token> tokens) {
            List<Placed> terms = new ArrayList<>();
            for (Token token : tokens) {
                WordTerms.of(token.word()).forEach(text -> terms.add(new Placed(token.position(), text)));
            }
            placed = terms.iterator();
        }

        @Override
        public boolean incrementToken() {
            clearAttributes();
            if (!placed.hasNext()) {
                return false;
            }
            Placed next = placed.next();
            term.append(next.term());
            increment.setPositionIncrement(next.position() - position);
            position = next.position();
            return true;
        }
    }

    private record Placed(int position, String term) {}
}
