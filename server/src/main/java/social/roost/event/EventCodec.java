package social.roost.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Events as JSON objects: {@code {"type":"tweet_posted","v":1,"tweetId":"12","authorId":"34"}}.
 *
 * <p>The type is the record's name in snake case, the other fields are its components, and ids are strings. Fields that
 * are not known are passed over, so a component can be added as long as it may be missing; a change that old programs
 * must not misread raises the version. An event of a request that is traced has one field more, {@code trace}.
 */
public final class EventCodec {
    private static final int VERSION = 1;
    private static final String TRACE = "trace";

    private final JsonMapper mapper = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Long.class, ToStringSerializer.instance)
                    .addSerializer(Long.TYPE, ToStringSerializer.instance))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private final Map<String, Class<?>> classes =
            leaves(Event.class).collect(Collectors.toUnmodifiableMap(EventCodec::nameOf, Function.identity()));

    private final Map<Class<?>, String> names =
            classes.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    public String encode(Event event) {
        return encode(new TracedEvent(event, null));
    }

    public String encode(TracedEvent traced) {
        Event event = traced.event();
        ObjectNode fields = mapper.createObjectNode();
        fields.put("type", names.get(event.getClass()));
        fields.put("v", VERSION);
        fields.setAll(mapper.<ObjectNode>valueToTree(event));
        if (traced.trace() != null) {
            fields.put(TRACE, traced.trace());
        }
        return fields.toString();
    }

    /** The event of {@link #decodeTraced}. */
    public Event decode(String json) {
        return decodeTraced(json).event();
    }

    /**
     * The inverse of {@link #encode}.
     *
     * @throws UnreadableEventException when it is not an event of a known type and version with all its fields
     */
    public TracedEvent decodeTraced(String json) {
        try {
            JsonNode fields = mapper.readTree(json);
            String type = fields.path("type").asText();
            Class<?> known = classes.get(type);
            if (known == null) {
                throw new UnreadableEventException("Unknown event type '" + type + "'");
            }
            int version = fields.path("v").asInt();
            if (version != VERSION) {
                throw new UnreadableEventException("Unknown version " + version + " of event type '" + type + "'");
            }
            return new TracedEvent(
                    (Event) mapper.treeToValue(fields, known),
                    fields.path(TRACE).textValue());
        } catch (JsonProcessingException e) {
            throw new UnreadableEventException("Malformed event: " + e.getOriginalMessage(), e);
        }
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventCodec::leaves)
                : Stream.of(type);
    }

    /** The type of an event as it is written. */
    public static String nameOf(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
