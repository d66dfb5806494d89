package social.roost.user;

import java.util.List;
import social.roost.base.Page;
import social.roost.http.JsonPage;
import social.roost.http.Response;

/** Profiles as whole answers, put together from the JSON they carry. */
public final class ProfileJson {
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};

    private ProfileJson() {}

    /** {@code {"data": user}} */
    public static Response one(int status, Profile profile) {
        return new JsonPage(profile.json().length + 16)
                .open("data")
                .raw(profile.json())
                .end(status);
    }

    /** As {@link #one}, with one more member that is true: {@code {"data": {"admin": true, ...}}} */
    public static Response marked(int status, Profile profile, String member) {
        byte[] json = profile.json();
        return new JsonPage(json.length + 32)
                .open("data")
                .object()
                .open(member)
                .raw(TRUE)
                .members(json)
                .closeObject()
                .end(status);
    }

    /** A page whose data are users. */
    public static Response page(Page<Profile> page) {
        List<Profile> profiles = page.items();
        JsonPage json = new JsonPage(512 * profiles.size() + 128).open("data").array(profiles, Profile::json);
        return json.meta(page.next(), page.previous()).end(200);
    }
}
