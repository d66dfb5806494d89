package social.roost.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What the server answered.
 *
 * @param request method and path, for messages
 * @param json a missing node when there was no body
 */
record Answer(String request, int status, HttpHeaders headers, JsonNode json) {

    /** This answer, if it has that status. */
    Answer expect(int wanted) throws Refused {
        if (status != wanted) {
            throw new Refused(this);
        }
        return this;
    }

    JsonNode data() {
        return json.path("data");
    }

    /** The string at that place, {@code ""} for none. */
    String text(String pointer) {
        return json.at(pointer).asText();
    }

    /** The ids of the things on a page, in their order. */
    List<String> ids() {
        return texts("id");
    }

    /** A member of each of the things on a page, in their order. */
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
