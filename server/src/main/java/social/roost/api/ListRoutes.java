package social.roost.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.base.Ids;
import social.roost.base.Rejection;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.list.ListEditing;
import social.roost.list.ListEditing.Settings;
import social.roost.list.ListMembers;
import social.roost.list.Lists;
import social.roost.list.UserList;

/** Lists of users and their members; {@link TimelineRoutes} has their tweets. */
public final class ListRoutes {
    private static final String PATH = "/api/roost/v1/lists";
    private static final String ONE = PATH + "/{id}";
    private static final String MEMBER = ONE + "/members/{user_id}";

    private final Lists lists;
    private final ListEditing editing;
    private final ListMembers members;

    public ListRoutes(Lists lists, ListEditing editing, ListMembers members) {
        this.lists = lists;
        this.editing = editing;
        this.members = members;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(PATH, Access.LOGGED_IN, this::own),
                Route.post(PATH, Access.LOGGED_IN, this::create),
                Route.get(ONE, Access.ANYONE, this::read),
                Route.patch(ONE, Access.LOGGED_IN, this::edit),
                Route.delete(ONE, Access.LOGGED_IN, this::delete),
                Route.get(ONE + "/members", Access.ANYONE, this::members),
                Route.put(MEMBER, Access.LOGGED_IN, this::add),
                Route.delete(MEMBER, Access.LOGGED_IN, this::remove),
                Route.get("/api/roost/v1/users/{id}/lists", Access.ANYONE, this::ofUser));
    }

    private Response own(Request request) {
        long me = request.caller().userId();
        List<UserList> own = request.query("member_id")
                .map(id -> lists.having(me, memberId(id)))
                .orElseGet(() -> lists.owned(me));
        return Response.encoded(200, ListJson.all(own, me));
    }

    private static long memberId(String text) {
        return Ids.parse(text).orElseThrow(() -> Rejection.invalid("member_id", "Not a valid id."));
    }

    private Response ofUser(Request request) {
        long viewer = request.viewerId();
        return Response.encoded(200, ListJson.all(lists.visible(viewer, request.pathId(0, "user")), viewer));
    }

    private Response create(Request request) {
        long me = request.caller().userId();
        Settings settings = request.json(SettingsJson.class).settings();
        return Response.encoded(201, ListJson.one(editing.create(me, settings), me));
    }

    private Response read(Request request) {
        return Response.encoded(
                200, ListJson.one(lists.require(request.viewerId(), id(request)).list(), request.viewerId()));
    }

    private Response edit(Request request) {
        long me = request.caller().userId();
        Settings settings = request.json(SettingsJson.class).settings();
        return Response.encoded(200, ListJson.one(editing.edit(me, id(request), settings), me));
    }

    private Response delete(Request request) {
        editing.delete(request.caller().userId(), id(request));
        return Response.noContent();
    }

    private Response members(Request request) {
        return Response.encoded(200, ProfileJson.page(members.read(request.viewerId(), id(request), request.page())));
    }

    private Response add(Request request) {
        long me = request.caller().userId();
        return Response.encoded(200, ListJson.one(editing.add(me, id(request), request.pathId(1, "user")), me));
    }

    private Response remove(Request request) {
        editing.remove(request.caller().userId(), id(request), request.pathId(1, "user"));
        return Response.noContent();
    }

    private static long id(Request request) {
        return request.pathId(0, "list");
    }

    /** What to set or change; absent settings stay. */
    private record SettingsJson(
            @Nullable String name,
            @JsonProperty("private") @Nullable Boolean isPrivate,
            @Nullable Boolean exclusive,
            @Nullable Boolean pinned,
            @Nullable String replies) {
        Settings settings() {
            return new Settings(name, isPrivate, exclusive, pinned, replies == null ? null : of(replies));
        }

        private static UserList.Replies of(String text) {
            return UserList.Replies.of(text)
                    .orElseThrow(() -> Rejection.invalid("replies", "Expected none, members or followed."));
        }
    }
}
