package social.roost.driver.logback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.trace.Activity;

class JsonLinesTest {
    private static final Logger LOG = LoggerFactory.getLogger("social.roost.test");

    @Test
    void aMessageIsOneLineThatTellsWhatItBelongsTo() {
        try (CapturedLog log = new CapturedLog("info")) {
            new Activity("r17", "/api/roost/v1/tweets", null)
                    .run(() -> LOG.atWarn()
                            .addKeyValue("latencyMs", 12.5)
                            .addKeyValue("status", 503)
                            .setCause(new IllegalStateException("no\nroom"))
                            .log("Said \"{}\"\nand more", 'x'));
            assertThat(log.text().lines()).hasSize(1);
            JsonNode message = log.messages().getFirst();
            assertThat(message.path("timestamp").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
            assertThat(message.path("level").asText()).isEqualTo("WARN");
            assertThat(message.path("logger").asText()).isEqualTo("social.roost.test");
            assertThat(message.path("message").asText()).isEqualTo("Said \"x\"\nand more");
            assertThat(message.path("tenantId").asText()).isEqualTo("test");
            assertThat(message.path("correlationId").asText()).isEqualTo("r17");
            assertThat(message.path("route").asText()).isEqualTo("/api/roost/v1/tweets");
            assertThat(message.path("latencyMs").asDouble()).isEqualTo(12.5);
            assertThat(message.path("status").asInt()).isEqualTo(503);
            assertThat(message.path("exception").asText())
                    .startsWith("java.lang.IllegalStateException: no\nroom")
                    .contains("JsonLinesTest");
            assertThat(message.has("traceId")).isFalse();
        }
    }

    @Test
    void whatBelongsToNothingSaysSo() {
        try (CapturedLog log = new CapturedLog("debug")) {
            LOG.debug("alone");
            JsonNode message = log.messages().getFirst();
            assertThat(message.has("correlationId")).isFalse();
            assertThat(message.has("route")).isFalse();
            assertThat(message.has("exception")).isFalse();
        }
    }
}
