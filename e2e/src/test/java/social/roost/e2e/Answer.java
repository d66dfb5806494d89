package social.roost.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A response of the server.
 *
 * @param request method and path, for messages
 * @param json a missing node if there was no body
 */
record Answer(String request, int status, HttpHeaders headers, JsonNode json) {

    /** This response, if it has that status. */
    Answer expect(int wanted) throws Refused {
        if (status != wanted) {
            throw new Refused(this);
        }
        return this;
    }

    JsonNode data() {
        return json.path("data");
    }

    /** The string at that pointer, {@code ""} if there is none. */
    String text(String pointer) {
        return json.at(pointer).asText();
    }

    /** The ids of the items on a page, in order. */
    List<String> ids() {
        return texts("id");
    }

    /** A field of the items on a page, in order. */
    List<String> texts(String member) {
        return StreamSupport.stream(data().spliterator(), false)
                .map(item -> item.path(member).asText())
                .toList();
    }

    /** The cursor of the page below. */
    Optional<String> next() {
        return Optional.of(text("/meta/next")).filter(cursor -> !cursor.isEmpty());
    }

    /** The cursor of what is newer than this page. */
    String previous() {
        return text("/meta/previous");
    }
}
