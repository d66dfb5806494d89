package social.roost.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.base.Ids;
import social.roost.base.Rejection;
import social.roost.http.JsonPage;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.media.ProfilePictures;
import social.roost.user.Accounts;
import social.roost.user.Moderators;
import social.roost.user.Profile;
import social.roost.user.SignUps;
import social.roost.user.Suspensions;
import social.roost.user.Users;

/** {@code /users}: registration and profiles. */
public final class UserRoutes {
    private static final JsonPage.Name ADMIN = new JsonPage.Name("admin");
    private static final JsonPage.Name MODERATOR = new JsonPage.Name("moderator");

    private final SignUps signUps;
    private final ProfilePictures profiles;
    private final Users users;
    private final Suspensions suspensions;
    private final Moderators moderators;

    public UserRoutes(
            SignUps signUps, ProfilePictures profiles, Users users, Suspensions suspensions, Moderators moderators) {
        this.signUps = signUps;
        this.profiles = profiles;
        this.users = users;
        this.suspensions = suspensions;
        this.moderators = moderators;
    }

    public List<Route> routes() {
        return List.of(
                Route.post("/api/roost/v1/users", Access.ANYONE, this::register)
                        .in("sign-up")
                        .hashingPassword(),
                Route.get("/api/roost/v1/users/me", Access.LOGGED_IN, this::me),
                Route.patch("/api/roost/v1/users/me", Access.LOGGED_IN, this::edit),
                Route.get("/api/roost/v1/users/{id}", Access.ANYONE, this::byId),
                Route.get("/api/roost/v1/users/by/username/{username}", Access.ANYONE, this::byUsername));
    }

    private Response register(Request request) {
        RegistrationJson wanted = request.json(RegistrationJson.class);
        Profile profile = signUps.register(
                new Accounts.Registration(wanted.username(), wanted.email(), wanted.password(), wanted.displayName()),
                wanted.invitation());
        return Response.encoded(201, ProfileJson.one(profile))
                .header("location", "/api/roost/v1/users/" + profile.user().id());
    }

    private Response me(Request request) {
        return own(users.require(request.caller().userId()));
    }

    private Response edit(Request request) {
        ProfileEditJson edit = request.json(ProfileEditJson.class);
        return own(profiles.edit(
                request.caller().userId(),
                Accounts.ProfileEdit.of(edit.displayName(), edit.bio(), edit.location(), edit.url()),
                choice("avatar_id", edit.avatarId()),
                choice("header_id", edit.headerId())));
    }

    /** Null, or an empty text as in the other fields, removes the picture. */
    private static ProfilePictures.@Nullable Choice choice(String field, @Nullable JsonNode id) {
        if (id == null) {
            return null;
        }
        if (id.isNull() || (id.isTextual() && id.textValue().isEmpty())) {
            return new ProfilePictures.Choice(null);
        }
        if (!id.isTextual()) {
            throw Rejection.invalid(field, "Wrong type.");
        }
        return new ProfilePictures.Choice(
                Ids.parse(id.textValue()).orElseThrow(() -> Rejection.invalid(field, "Not a valid id.")));
    }

    private Response own(Profile profile) {
        if (moderators.isOperator(profile.user().id())) {
            return Response.encoded(200, ProfileJson.marked(profile, ADMIN, MODERATOR));
        }
        return Response.encoded(
                200,
                moderators.include(profile.user()) ? ProfileJson.marked(profile, MODERATOR) : ProfileJson.one(profile));
    }

    private Response byId(Request request) {
        return shown(users.require(request.pathId(0, "user")));
    }

    private Response byUsername(Request request) {
        return shown(users.findByUsername(request.pathParameter(0)).orElseThrow(() -> Rejection.notFound("user")));
    }

    private Response shown(Profile profile) {
        suspensions.refuse(profile.user().id());
        return Response.encoded(200, ProfileJson.one(profile));
    }

    private record RegistrationJson(
            @Nullable String username,
            @Nullable String email,
            @Nullable String password,
            @Nullable String displayName,
            @Nullable String invitation) {}

    private record ProfileEditJson(
            @Nullable String displayName,
            @Nullable String bio,
            @Nullable String location,
            @Nullable String url,
            @Nullable JsonNode avatarId,
            @Nullable JsonNode headerId) {}
}
