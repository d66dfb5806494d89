package social.roost.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.base.Rejection;
import social.roost.base.Timestamps;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.user.SecondFactors;
import social.roost.user.SecondFactors.Proposal;
import social.roost.user.SecondFactors.State;

/** {@code /users/me/totp}: two-factor authentication with an authenticator app. */
public final class SecondFactorRoutes {
    static final int MAXIMUM_CODE = 64;

    private static final String TOTP = "/api/roost/v1/users/me/totp";
    private static final int MAXIMUM_PASSWORD = 512;

    private final SecondFactors secondFactors;

    public SecondFactorRoutes(SecondFactors secondFactors) {
        this.secondFactors = secondFactors;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(TOTP, Access.LOGGED_IN, this::show),
                Route.post(TOTP, Access.LOGGED_IN, this::propose).hashingPassword(),
                Route.delete(TOTP, Access.LOGGED_IN, this::remove).hashingPassword(),
                Route.post(TOTP + "/confirm", Access.LOGGED_IN, this::confirm),
                Route.post(TOTP + "/recovery-codes", Access.LOGGED_IN, this::renewRecoveryCodes)
                        .hashingPassword());
    }

    private Response show(Request request) {
        return Response.data(
                200, StateJson.of(secondFactors.state(request.caller().userId())));
    }

    private Response propose(Request request) {
        Proposal proposal = secondFactors.propose(
                request.caller(), password(request.json(OwnPassword.class).password()));
        return Response.data(201, new ProposalJson(proposal.secret(), proposal.uri()));
    }

    private Response confirm(Request request) {
        String code = code(request.json(Code.class).code());
        return Response.data(200, new CodesJson(secondFactors.confirm(request.caller(), code)));
    }

    private Response remove(Request request) {
        PasswordAndCode sent = request.json(PasswordAndCode.class);
        secondFactors.remove(request.caller(), password(sent.password()), code(sent.code()));
        return Response.noContent();
    }

    private Response renewRecoveryCodes(Request request) {
        PasswordAndCode sent = request.json(PasswordAndCode.class);
        return Response.data(
                200,
                new CodesJson(secondFactors.renewRecoveryCodes(
                        request.caller(), password(sent.password()), code(sent.code()))));
    }

    private static String password(@Nullable String sent) {
        return required("password", sent, MAXIMUM_PASSWORD);
    }

    private static String code(@Nullable String sent) {
        return required("code", sent, MAXIMUM_CODE);
    }

    private static String required(String field, @Nullable String value, int maximum) {
        if (value == null || value.isEmpty() || value.length() > maximum) {
            throw Rejection.invalid(field, "Required; at most " + maximum + " characters are allowed.");
        }
        return value;
    }

    private record OwnPassword(@Nullable String password) {}

    private record Code(@Nullable String code) {}

    private record PasswordAndCode(
            @Nullable String password, @Nullable String code) {}

    private record StateJson(boolean enabled, @Nullable String enabledAt, int recoveryCodes) {
        static StateJson of(State state) {
            boolean enabled = state.enabledAt() != 0;
            return new StateJson(enabled, enabled ? Timestamps.format(state.enabledAt()) : null, state.recoveryCodes());
        }
    }

    private record ProposalJson(String secret, String uri) {}

    private record CodesJson(List<String> recoveryCodes) {}
}
