package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import social.roost.http.RawRequest;

/** Reports, and what moderators do about them. */
final class ModerationSteps extends TourSteps {
    static final String REPORTS = "/api/roost/v1/reports";
    private static final String NOTICES = "/api/roost/v1/account-notices";
    private static final String READ = NOTICES + "/{id}/read";
    private static final String CASES = "/api/roost/v1/moderation/cases";
    private static final String CASE = CASES + "/{id}";
    private static final String CLAIM = CASE + "/claim";
    private static final String DECISION = CASE + "/decision";
    private static final String MODERATORS = "/api/roost/v1/moderation/moderators";
    private static final String MODERATOR = MODERATORS + "/{id}";
    private static final String INVITATIONS = "/api/roost/v1/invitations";
    private static final String INVITATION = INVITATIONS + "/{id}";
    private static final String AUDIT = "/api/roost/v1/moderation/audit";

    private Guest carol;
    private Guest dave;

    ModerationSteps(DescribedApi api, LocalServer roost, Guest alice, Guest bob) {
        super(api, roost, alice, bob);
        carol = alice;
        dave = alice;
    }

    @Override
    void take() {
        String operator = roost.createOperator("meg_admin");
        Guest meg = new Guest(operator, roost.token(operator));
        carol = api.join("carol_moderator");
        dave = api.join("dave_moderator");
        moderators(meg);
        reports();
        queue();
        refusals();
        decisions(meg);
        audit(meg);
        invitations(meg);
    }

    private void invitations(Guest meg) {
        String body = "{\"uses\":2,\"days\":3}";
        String code = step(
                        201,
                        "POST",
                        INVITATIONS,
                        meg.request("POST", INVITATIONS).json(body))
                .member("code");
        step(200, "GET", INVITATIONS, meg.request("GET", INVITATIONS));
        step(422, "POST", INVITATIONS, meg.request("POST", INVITATIONS).json("{\"uses\":0}"));
        step(400, "POST", INVITATIONS, meg.request("POST", INVITATIONS).json("{"));
        step(413, "POST", INVITATIONS, meg.request("POST", INVITATIONS).json("{\"a\":\"" + "x".repeat(9_000) + "\"}"));
        step(415, "POST", INVITATIONS, meg.request("POST", INVITATIONS).body(new byte[] {'{', '}'}));
        step(401, "POST", INVITATIONS, RawRequest.of("POST", INVITATIONS).json(body));
        step(403, "POST", INVITATIONS, own("POST", INVITATIONS).json(body));
        step(401, "GET", INVITATIONS);
        step(403, "GET", INVITATIONS, own("GET", INVITATIONS));
        String path = INVITATIONS + "/" + code;
        step(401, "DELETE", INVITATION, RawRequest.of("DELETE", path));
        step(403, "DELETE", INVITATION, own("DELETE", path));
        step(204, "DELETE", INVITATION, meg.request("DELETE", path));
        step(404, "DELETE", INVITATION, meg.request("DELETE", path));
    }

    private void moderators(Guest meg) {
        for (Guest guest : new Guest[] {carol, dave}) {
            String path = MODERATORS + "/" + guest.id();
            step(204, "PUT", MODERATOR, meg.request("PUT", path));
            step(204, "PUT", MODERATOR, meg.request("PUT", path));
        }
        JsonNode me = step(200, "GET", AccountSteps.ME, carol.request("GET", AccountSteps.ME))
                .json();
        assertThat(me.at("/data/moderator").asBoolean()).isTrue();
        assertThat(me.at("/data").has("admin")).isFalse();
        step(200, "GET", MODERATORS, meg.request("GET", MODERATORS));
        step(401, "GET", MODERATORS);
        step(403, "GET", MODERATORS, carol.request("GET", MODERATORS));
        for (String method : new String[] {"PUT", "DELETE"}) {
            step(401, method, MODERATOR, RawRequest.of(method, MODERATORS + "/" + bob.id()));
            step(403, method, MODERATOR, carol.request(method, MODERATORS + "/" + bob.id()));
            step(404, method, MODERATOR, meg.request(method, MODERATORS + "/none"));
        }
        step(404, "PUT", MODERATOR, meg.request("PUT", MODERATORS + "/" + NOBODY));
        step(204, "DELETE", MODERATOR, meg.request("DELETE", MODERATORS + "/" + bob.id()));
    }

    private void reports() {
        String tweet = roost.post(bob.token(), "buy this");
        String body = "{\"user_id\":\"%s\",\"tweet_ids\":[\"%s\"],\"message_ids\":[\"1/2\"],\"category\":\"spam\"}"
                .formatted(bob.id(), tweet);
        String id = step(201, "POST", REPORTS, own("POST", REPORTS).json(body)).member("id");
        assertThat(step(201, "POST", REPORTS, own("POST", REPORTS).json(body)).member("id"))
                .isEqualTo(id);
        step(404, "POST", REPORTS, own("POST", REPORTS).json(body.replace(bob.id(), NOBODY)));
        step(422, "POST", REPORTS, own("POST", REPORTS).json(body.replace("spam", "boring")));
        step(422, "POST", REPORTS, own("POST", REPORTS).json(body.replace(bob.id(), alice.id())));
        step(401, "POST", REPORTS, RawRequest.of("POST", REPORTS).json(body));
        ownList(REPORTS);
        ownList(NOTICES);
    }

    private void queue() {
        step(200, "GET", CASES, carol.request("GET", CASES + "?category=spam"));
        step(200, "GET", CASES, carol.request("GET", CASES + "?state=closed"));
        for (String query : new String[] {"state=half", "category=boring", "limit=0", "cursor=junk"}) {
            step(422, "GET", CASES, carol.request("GET", CASES + "?" + query));
        }
        step(400, "GET", CASES, carol.request("GET", CASES + "?limit=%F"));
        step(401, "GET", CASES);
        step(403, "GET", CASES, own("GET", CASES));
        step(200, "GET", CASE, carol.request("GET", path("")));
        for (String[] route : new String[][] {
            {"GET", CASE, ""}, {"PUT", CLAIM, "/claim"}, {"DELETE", CLAIM, "/claim"}, {"POST", DECISION, "/decision"}
        }) {
            String own = path(route[2]);
            step(401, route[0], route[1], RawRequest.of(route[0], own));
            step(403, route[0], route[1], own(route[0], own));
        }
        step(404, "GET", CASE, carol.request("GET", CASES + "/" + NOBODY));
        step(404, "PUT", CLAIM, carol.request("PUT", CASES + "/" + NOBODY + "/claim"));
        step(404, "DELETE", CLAIM, carol.request("DELETE", CASES + "/none/claim"));
        step(200, "PUT", CLAIM, carol.request("PUT", path("/claim")));
        step(409, "PUT", CLAIM, dave.request("PUT", path("/claim")));
        step(204, "DELETE", CLAIM, carol.request("DELETE", path("/claim")));
    }

    private void refusals() {
        String path = path("/decision");
        step(400, "POST", DECISION, carol.request("POST", path).json("{"));
        step(413, "POST", DECISION, carol.request("POST", path).json("{\"a\":\"" + "x".repeat(9_000) + "\"}"));
        step(415, "POST", DECISION, carol.request("POST", path).body(new byte[] {'{', '}'}));
        step(422, "POST", DECISION, carol.request("POST", path).json("{\"unheard_of\":1}"));
        step(
                404,
                "POST",
                DECISION,
                carol.request("POST", CASES + "/" + NOBODY + "/decision").json(decision("dismiss", "1")));
        step(409, "POST", DECISION, carol.request("POST", path).json(decision("dismiss", "1")));
        step(422, "POST", DECISION, carol.request("POST", path).json(decision("delete", "1")));
    }

    private void decisions(Guest meg) {
        String path = path("");
        String last = step(200, "GET", CASE, meg.request("GET", path))
                .json()
                .at("/data/reports/0/id")
                .asText();
        String decision = decision("warn", last);
        step(200, "POST", DECISION, meg.request("POST", path + "/decision").json(decision));
        step(409, "POST", DECISION, meg.request("POST", path + "/decision").json(decision));
        JsonNode notices =
                step(200, "GET", NOTICES, bob.request("GET", NOTICES)).json();
        assertThat(notices.at("/data/0/reason").asText()).isEqualTo("why");
        String read = NOTICES + "/" + notices.at("/data/0/id").asText() + "/read";
        step(204, "PUT", READ, bob.request("PUT", read));
        step(401, "PUT", READ, RawRequest.of("PUT", read));
        step(404, "PUT", READ, carol.request("PUT", read));
        ownList(NOTICES);
        ownList(REPORTS);
    }

    private void audit(Guest meg) {
        JsonNode log = step(200, "GET", AUDIT, meg.request("GET", AUDIT)).json();
        assertThat(log.at("/data/0/action").asText()).isEqualTo("warn");
        step(200, "GET", AUDIT, meg.request("GET", AUDIT + "?action=warn&limit=1&user_id=" + bob.id()));
        for (String query : new String[] {"actor_id=x", "limit=0", "cursor=junk", "action=" + "x".repeat(41)}) {
            step(422, "GET", AUDIT, meg.request("GET", AUDIT + "?" + query));
        }
        step(400, "GET", AUDIT, meg.request("GET", AUDIT + "?limit=%F"));
        step(401, "GET", AUDIT);
        step(403, "GET", AUDIT, carol.request("GET", AUDIT));
    }

    private static String decision(String action, String last) {
        return "{\"action\":\"%s\",\"reason\":\"why\",\"last_report_id\":\"%s\"}".formatted(action, last);
    }

    /** Of the only open case. */
    private String path(String rest) {
        JsonNode open = step(200, "GET", CASES, carol.request("GET", CASES)).json();
        return CASES + "/" + open.at("/data/0/id").asText() + rest;
    }
}
