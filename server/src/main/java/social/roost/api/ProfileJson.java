package social.roost.api;

import java.util.List;
import social.roost.base.Page;
import social.roost.http.EncodedJson;
import social.roost.http.JsonPage;
import social.roost.user.Profile;

/** Profiles as complete responses. */
public final class ProfileJson {
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};

    private ProfileJson() {}

    /** {@code {"data": user}} */
    public static EncodedJson one(Profile profile) {
        byte[] user = UserJson.ENCODING.of(profile);
        return new JsonPage(user.length + 16).open(Members.DATA).raw(user).end();
    }

    /** Like {@link #one}, with additional fields that are true: {@code {"data": {"admin": true, ...}}} */
    public static EncodedJson marked(Profile profile, JsonPage.Name... members) {
        byte[] user = UserJson.ENCODING.of(profile);
        JsonPage page = new JsonPage(user.length + 64).open(Members.DATA).object();
        for (JsonPage.Name member : members) {
            page.open(member).raw(TRUE);
        }
        return page.members(user).closeObject().end();
    }

    /** A page of users. */
    static EncodedJson page(Page<Profile> page) {
        List<Profile> profiles = page.items();
        return new JsonPage(512 * profiles.size() + 128)
                .open(Members.DATA)
                .array(profiles, UserJson.ENCODING::of)
                .meta(page.next(), page.previous())
                .end();
    }
}
