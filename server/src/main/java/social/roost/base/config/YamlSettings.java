package social.roost.base.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the values of a YAML file; nested mappings become dotted keys. Errors are added to the problems. */
final class YamlSettings {
    private final Path file;
    private final List<String> problems;
    private final Map<String, Given> values = new LinkedHashMap<>();

    YamlSettings(Path file, List<String> problems) {
        this.file = file;
        this.problems = problems;
    }

    List<Given> read() {
        try (Reader reader = Files.newBufferedReader(file);
                JsonParser parser = new YAMLFactory().createParser(reader)) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_OBJECT) {
                readMapping(parser, "");
            } else if (first != null && first != JsonToken.VALUE_NULL) {
                problems.add(file + " must contain keys with values.");
            }
        } catch (NoSuchFileException missing) {
            problems.add("The configuration file " + file + " does not exist.");
        } catch (JsonProcessingException malformed) {
            problems.add(at(malformed.getLocation() == null
                                    ? 0
                                    : malformed.getLocation().getLineNr())
                            .describe()
                    + " is not valid YAML: "
                    + summary(malformed.getOriginalMessage()) + ".");
        } catch (IOException unreadable) {
            problems.add("The configuration file " + file + " cannot be read: " + unreadable + ".");
        }
        return List.copyOf(values.values());
    }

    private void readMapping(JsonParser parser, String prefix) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = prefix.isEmpty() ? parser.currentName() : prefix + "." + parser.currentName();
            Source source = at(parser.currentTokenLocation().getLineNr());
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_OBJECT) {
                readMapping(parser, key);
            } else if (token == JsonToken.START_ARRAY) {
                add(new Given(key, readSequence(parser, key, source), true, source));
            } else {
                add(Given.of(key, token == JsonToken.VALUE_NULL ? "" : parser.getText(), source));
            }
        }
    }

    private List<String> readSequence(JsonParser parser, String key, Source source) throws IOException {
        List<String> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken().isScalarValue()) {
                items.add(parser.getText());
            } else {
                parser.skipChildren();
                problems.add(key + " (" + source.describe() + "): the list must contain text only.");
            }
        }
        return items;
    }

    private void add(Given value) {
        Given earlier = values.put(value.name(), value);
        if (earlier != null) {
            problems.add(value.name() + " (" + value.source().describe() + ") was already set at "
                    + earlier.source().describe() + ".");
        }
    }

    private Source at(int line) {
        return new Source.FileLine(file, line);
    }

    /** The parser's message without excerpts of the file, which are the lines that begin with a blank. */
    private static String summary(String message) {
        return message.lines()
                .filter(line -> !line.isBlank() && !Character.isWhitespace(line.charAt(0)))
                .collect(Collectors.joining(", "));
    }
}
