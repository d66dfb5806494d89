package social.roost.media.process.image;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A line of fields, which may contain anything: job and answer of a worker process. */
final class Fields {
    private Fields() {}

    static String join(List<?> fields) {
        return fields.stream()
                .map(field -> URLEncoder.encode(field.toString(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\t"));
    }

    static List<String> split(String line) {
        return Arrays.stream(line.split("\t", -1))
                .map(field -> URLDecoder.decode(field, StandardCharsets.UTF_8))
                .toList();
    }
}
