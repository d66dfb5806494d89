package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import social.roost.http.RawRequest;

/** Push subscriptions, and preferences for pushes. */
final class PushSteps extends TourSteps {
    static final String SUBSCRIPTIONS = "/api/roost/v1/push-subscriptions";
    private static final String SUBSCRIPTION = SUBSCRIPTIONS + "/{id}";
    private static final String ENDPOINT = "https://push.example.net/abc";
    private static final String P256DH =
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    private static final String AUTH = "BTBZMqHH6r4Tts7J_aSIgg";

    PushSteps(DescribedApi api, LocalServer roost, Guest alice, Guest bob) {
        super(api, roost, alice, bob);
    }

    @Override
    void take() {
        subscriptions();
        preferences();
    }

    private void subscriptions() {
        String id = step(201, "POST", SUBSCRIPTIONS, subscribe(ENDPOINT, P256DH, AUTH))
                .member("id");
        JsonNode listed = step(200, "GET", SUBSCRIPTIONS, own("GET", SUBSCRIPTIONS))
                .json()
                .path("data");
        assertThat(listed).hasSize(1);
        assertThat(listed.at("/0/id").asText()).isEqualTo(id);
        assertThat(listed.at("/0/current").asBoolean()).isTrue();
        assertThat(listed.toString()).doesNotContain("push.example").doesNotContain(AUTH);
        for (String endpoint : List.of(
                "http://push.example.net/abc", "https://push.example.net:8443/x", "https://a@b/", "ftp://x", "")) {
            invalid("endpoint", subscribe(endpoint, P256DH, AUTH));
        }
        invalid("endpoint", subscribe("https://push.example.net/" + "x".repeat(1_000), P256DH, AUTH));
        invalid("keys.p256dh", subscribe(ENDPOINT, AUTH, AUTH));
        invalid("keys.auth", subscribe(ENDPOINT, P256DH, P256DH));
        step(422, "POST", SUBSCRIPTIONS, own("POST", SUBSCRIPTIONS).json("{\"endpoint\":\"" + ENDPOINT + "\"}"));
        step(401, "POST", SUBSCRIPTIONS);
        step(401, "GET", SUBSCRIPTIONS);
        String path = SUBSCRIPTIONS + "/" + id;
        step(404, "DELETE", SUBSCRIPTION, bob.request("DELETE", path));
        step(204, "DELETE", SUBSCRIPTION, own("DELETE", path));
        step(404, "DELETE", SUBSCRIPTION, own("DELETE", path));
        step(401, "DELETE", SUBSCRIPTION, RawRequest.of("DELETE", path));
    }

    private void invalid(String field, RawRequest request) {
        assertThat(step(422, "POST", SUBSCRIPTIONS, request)
                        .json()
                        .path("field")
                        .asText())
                .isEqualTo(field);
    }

    private RawRequest subscribe(String endpoint, String p256dh, String auth) {
        return own("POST", SUBSCRIPTIONS)
                .json("{\"endpoint\":\"%s\",\"keys\":{\"p256dh\":\"%s\",\"auth\":\"%s\"}}"
                        .formatted(endpoint, p256dh, auth));
    }

    private void preferences() {
        JsonNode first = step(200, "GET", NotificationSteps.PREFERENCES, own("GET", NotificationSteps.PREFERENCES))
                .json()
                .at("/data/push");
        assertThat(first.path("like").asBoolean()).isTrue();
        assertThat(first.path("message_text").asBoolean()).isFalse();
        assertThat(first.at("/quiet_hours/enabled").asBoolean()).isFalse();
        JsonNode edited = prefer(
                200,
                "{\"push\":{\"like\":false,\"message_text\":true,\"quiet_hours\":{\"enabled\":true,"
                        + "\"from\":\"23:30\",\"time_zone\":\"Asia/Tokyo\"}}}");
        assertThat(edited.at("/data/push/like").asBoolean()).isFalse();
        assertThat(edited.at("/data/push/message").asBoolean()).isTrue();
        assertThat(edited.at("/data/push/message_text").asBoolean()).isTrue();
        assertThat(edited.at("/data/push/quiet_hours").toString())
                .isEqualTo("{\"enabled\":true,\"from\":\"23:30\",\"to\":\"07:00\",\"time_zone\":\"Asia/Tokyo\"}");
        assertThat(prefer(200, "{\"push\":{\"quiet_hours\":{\"enabled\":false}}}")
                        .at("/data/push/quiet_hours/enabled")
                        .asBoolean())
                .isFalse();
        for (String hours : List.of("\"from\":\"24:00\"", "\"to\":\"noon\"", "\"time_zone\":\"Mars\"")) {
            String field = prefer(422, "{\"push\":{\"quiet_hours\":{" + hours + "}}}")
                    .path("field")
                    .asText();
            assertThat(hours).contains(field.substring(field.lastIndexOf('.') + 1));
        }
    }

    private JsonNode prefer(int status, String body) {
        return step(
                        status,
                        "PATCH",
                        NotificationSteps.PREFERENCES,
                        own("PATCH", NotificationSteps.PREFERENCES).json(body))
                .json();
    }
}
