package social.roost.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import social.roost.base.Rejection;

/** JSON of the API: snake_case names, absent fields instead of null, no unknown or duplicate fields in requests. */
public final class Json {
    private static final int MAXIMUM_DEPTH = 32;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                    // UTF-8 only (RFC 8259, section 8.1): UTF-16 and UTF-32 are malformed.
                    .disable(JsonFactory.Feature.CHARSET_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAXIMUM_DEPTH)
                            .maxNumberLength(32)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .addModule(new SimpleModule().addDeserializer(String.class, new TextDeserializer()))
            .build();

    private Json() {}

    public static byte[] encode(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(Object value) {
        return new String(encode(value), StandardCharsets.UTF_8);
    }

    /**
     * Parses a request body.
     *
     * @throws Problem 400 if it is not JSON
     * @throws Rejection INVALID if a field is unknown or has the wrong type; names the field
     */
    public static <T> T decode(byte[] bytes, Class<T> type) {
        int start = startsWithMark(bytes) ? BYTE_ORDER_MARK.length : 0;
        T value;
        try {
            value = MAPPER.readValue(bytes, start, bytes.length - start, type);
        } catch (UnrecognizedPropertyException e) {
            throw new Rejection(Rejection.Kind.INVALID, "unknown_field", "Unknown field.", path(e));
        } catch (JsonMappingException e) {
            throw isNoJson(e) || !isJson(bytes, start) ? malformed() : Rejection.invalid(path(e), "Wrong type.");
        } catch (IOException e) {
            throw malformed();
        }
        if (value == null) {
            throw malformed();
        }
        return value;
    }

    /** RFC 8259 lets a reader ignore the byte order mark, which some clients send. */
    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(bytes, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    }

    /** A number that is too large for its field is valid JSON, although the parser reports an error. */
    private static boolean isNoJson(JsonMappingException e) {
        boolean parserComplained =
                e.getCause() instanceof JsonProcessingException && !(e.getCause() instanceof InputCoercionException);
        return e.getPath().isEmpty() || parserComplained;
    }

    /** Whether all of it is JSON: a value of the wrong type is noticed before the rest is read. */
    private static boolean isJson(byte[] bytes, int start) {
        try {
            JsonNode _ = MAPPER.readValue(bytes, start, bytes.length - start, JsonNode.class);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static Problem malformed() {
        return new Problem(
                400,
                "malformed_json",
                "Send one JSON object in UTF-8, at most " + MAXIMUM_DEPTH + " levels deep, without duplicate fields.");
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference part : e.getPath()) {
            if (part.getFieldName() == null) {
                path.append('[').append(part.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(part.getFieldName());
            }
        }
        return path.toString();
    }
}
