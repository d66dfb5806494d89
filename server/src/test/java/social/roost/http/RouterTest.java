package social.roost.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import social.roost.http.Route.Access;

class RouterTest {
    private static final Route.Handler ANSWER = _ -> Response.noContent();

    private final Router<Route> router = router(List.of(
            get("/users"),
            Route.post("/users", Access.ANYONE, ANSWER),
            get("/users/{id}"),
            Route.patch("/users/me", Access.ANYONE, ANSWER),
            get("/users/{id}/followers"),
            get("/users/{id}/tweets/{tweet}")));

    @Test
    void aPathFindsItsRouteAndItsParametersInOrder() {
        assertThat(template("GET", "/users")).isEqualTo("/users");
        assertThat(template("GET", "/users/5/followers")).isEqualTo("/users/{id}/followers");
        assertThat(router.match("GET", "/users/5/tweets/7").parameters()).containsExactly("5", "7");
        assertThat(router.match("GET", "/users/a%2Fb").parameters()).containsExactly("a%2Fb");
    }

    @Test
    void methodsOfOnePathAreToldApartAndListed() {
        Router.Match<Route> match = router.match("DELETE", "/users");
        assertThat(match.target()).isNull();
        assertThat(match.methods()).containsExactly("GET", "POST");
        assertThat(Objects.requireNonNull(router.match("POST", "/users").target())
                        .method())
                .isEqualTo("POST");
    }

    @Test
    void aHeadIsAnsweredByTheRouteForGet() {
        assertThat(template("HEAD", "/users")).isEqualTo("/users");
    }

    @Test
    void aLiteralGoesBeforeAParameter() {
        assertThat(template("PATCH", "/users/me")).isEqualTo("/users/me");
        assertThat(router.match("GET", "/users/me").methods()).containsExactly("PATCH");
    }

    @Test
    void aPathWithoutRouteHasNoMethods() {
        for (String path :
                List.of("", "/", "*", "/user", "/users/", "//users", "/users//followers", "/users/5/x", "/USERS")) {
            Router.Match<Route> match = router.match("GET", path);
            assertThat(match.target()).as(path).isNull();
            assertThat(match.methods()).as(path).isEmpty();
        }
    }

    @Test
    void twoRoutesForOneMethodAndPathAreRefused() {
        assertThatThrownBy(() -> router(List.of(get("/users/{id}"), get("/users/{name}"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("GET /users/{name}");
    }

    private static Router<Route> router(List<Route> routes) {
        Router<Route> router = new Router<>();
        routes.forEach(route -> router.add(route.method(), route.template(), route));
        return router;
    }

    private String template(String method, String path) {
        return Objects.requireNonNull(router.match(method, path).target()).template();
    }

    private static Route get(String template) {
        return Route.get(template, Access.ANYONE, ANSWER);
    }
}
