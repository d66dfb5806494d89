package social.roost.link;

import social.roost.base.Encodable;

/**
 * What a page says about itself, to be shown below a tweet that links to it. The texts are clean and short; all but the
 * title may be empty.
 */
public final class LinkCard extends Encodable {
    /** Object, strings and one encoded form, without the texts. */
    private static final int FIXED_BYTES = 400;

    private final String link;
    private final Texts texts;
    private final long fetchedAt;

    /**
     * @param link as written in the tweet
     * @param fetchedAt in milliseconds since 1970
     */
    public LinkCard(String link, Texts texts, long fetchedAt) {
        this.link = link;
        this.texts = texts;
        this.fetchedAt = fetchedAt;
    }

    /** As written in the tweet, possibly without a scheme. */
    public String link() {
        return link;
    }

    public Texts texts() {
        return texts;
    }

    /** In milliseconds since 1970. */
    public long fetchedAt() {
        return fetchedAt;
    }

    /** An estimate of its memory, including its texts and one encoded form. */
    int bytes() {
        int letters = link.length()
                + texts.title().length()
                + texts.description().length()
                + texts.site().length();
        return FIXED_BYTES + 3 * letters;
    }

    /** The texts of a page. */
    public record Texts(String title, String description, String site) {}
}
