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
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Events as JSON objects: {@code {"type":"tweet_posted","v":1,"stream":"tweets","tweetId":"12","authorId":"34"}}.
 *
 * <p>The type is the record's name in snake case, the fields after the stream are its components, and ids are strings.
 * Unknown fields are ignored, so a component can be added as long as it may be missing; a change that older versions
 * must not misread raises the version. An event of a traced request has one more field, {@code trace}.
 *
 * <p>The stream tells a version that does not know the type whether its consumers need the event.
 */
public final class EventCodec {
    private static final int VERSION = 1;
    private static final String STREAM = "stream";
    private static final String TRACE = "trace";

    /** Types that are no longer written, though a log may still contain them. */
    private static final Set<String> RETIRED = Set.of("became_live", "went_active");

    private static final Map<String, Event.Stream> STREAMS = Stream.of(Event.Stream.values())
            .collect(Collectors.toUnmodifiableMap(Event.Stream::text, Function.identity()));

    private final JsonMapper mapper = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Long.class, ToStringSerializer.instance)
                    .addSerializer(Long.TYPE, ToStringSerializer.instance))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private final Map<String, Class<?>> classes;
    private final Map<Class<?>, String> names;

    /** Knows all event types. */
    public EventCodec() {
        this(leaves(Event.class));
    }

    private EventCodec(Stream<Class<?>> types) {
        classes = types.collect(Collectors.toUnmodifiableMap(EventCodec::nameOf, Function.identity()));
        names = classes.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));
    }

    /** The codec of an older version that does not know these types yet, to test upgrades. */
    public static EventCodec without(Set<Class<? extends Event>> newer) {
        return new EventCodec(leaves(Event.class).filter(type -> !newer.contains(type)));
    }

    public String encode(Event event) {
        return encode(new TracedEvent(event, null));
    }

    public String encode(TracedEvent traced) {
        Event event = traced.event();
        ObjectNode fields = mapper.createObjectNode();
        fields.put("type", names.get(event.getClass()));
        fields.put("v", VERSION);
        fields.put(STREAM, event.stream().text());
        fields.setAll(mapper.<ObjectNode>valueToTree(event));
        if (traced.trace() != null) {
            fields.put(TRACE, traced.trace());
        }
        return fields.toString();
    }

    /** The inverse of {@link #encode}. Never fails, so that an unreadable event does not prevent reading others. */
    public Decoded read(String json) {
        try {
            JsonNode fields = mapper.readTree(json);
            String type = fields.path("type").asText();
            Class<?> known = classes.get(type);
            int version = fields.path("v").asInt();
            if (known == null) {
                return unknown(fields, "Unknown event type '" + type + "'");
            }
            if (version != VERSION) {
                return unknown(fields, "Unknown version " + version + " of event type '" + type + "'");
            }
            return new TracedEvent(
                    (Event) mapper.treeToValue(fields, known),
                    fields.path(TRACE).textValue());
        } catch (JsonProcessingException e) {
            return new Decoded.Malformed("Malformed event: " + e.getOriginalMessage());
        }
    }

    private static Decoded unknown(JsonNode fields, String problem) {
        if (RETIRED.contains(fields.path("type").asText())) {
            return new Decoded.Unknown(null, problem);
        }
        return fields.path(STREAM).isTextual()
                ? new Decoded.Unknown(STREAMS.get(fields.path(STREAM).textValue()), problem)
                : new Decoded.Malformed(problem);
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventCodec::leaves)
                : Stream.of(type);
    }

    /** The encoded type of an event. */
    public static String nameOf(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
