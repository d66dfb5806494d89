package social.roost.api;

import org.jspecify.annotations.Nullable;
import social.roost.base.Encoding;
import social.roost.http.Json;
import social.roost.link.LinkCard;

/** The JSON of a {@code card}. */
record LinkCardJson(String url, String title, @Nullable String description, String site) {

    static final Encoding<LinkCard> ENCODING = new Encoding<>(card -> Json.encode(of(card)));

    private static LinkCardJson of(LinkCard card) {
        LinkCard.Texts texts = card.texts();
        return new LinkCardJson(
                card.link(), texts.title(), texts.description().isEmpty() ? null : texts.description(), texts.site());
    }
}
