package social.roost.media;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.base.Rejection;
import social.roost.user.Accounts;
import social.roost.user.Accounts.PictureEdit;
import social.roost.user.Accounts.ProfileEdit;
import social.roost.user.Picture;
import social.roost.user.Profile;
import social.roost.user.User;
import social.roost.user.Users;

/** Edits profiles with their avatars and headers. */
public final class ProfilePictures {
    private final Accounts accounts;
    private final Users users;
    private final MediaUses uses;

    public ProfilePictures(Accounts accounts, Users users, MediaUses uses) {
        this.accounts = accounts;
        this.users = users;
        this.uses = uses;
    }

    /**
     * Edits a profile.
     *
     * @param avatar null to leave it as it is
     * @param header likewise
     * @throws Rejection INVALID for an invalid value
     */
    public Profile edit(long userId, ProfileEdit texts, @Nullable Choice avatar, @Nullable Choice header) {
        User before = users.require(userId).user();
        ProfileEdit edit = texts.with(
                picture(userId, avatar, MediaUse.Kind.AVATAR), picture(userId, header, MediaUse.Kind.HEADER));
        Profile edited = accounts.edit(userId, edit);
        settle(userId, before.avatar(), avatar, MediaUse.Kind.AVATAR);
        settle(userId, before.header(), header, MediaUse.Kind.HEADER);
        return edited;
    }

    private @Nullable PictureEdit picture(long userId, @Nullable Choice choice, MediaUse.Kind kind) {
        if (choice == null) {
            return null;
        }
        Long id = choice.mediaId();
        if (id == null) {
            return new PictureEdit(null);
        }
        boolean isAvatar = kind == MediaUse.Kind.AVATAR;
        Medium medium = uses.useForProfile(
                userId,
                id,
                new MediaUse(kind, userId),
                isAvatar ? Purpose.AVATAR : Purpose.HEADER,
                isAvatar ? "avatar_id" : "header_id");
        return new PictureEdit(picture(medium));
    }

    private static @Nullable Picture picture(Medium medium) {
        MediaContent content = medium.content();
        return content == null
                ? null
                : new Picture(
                        medium.id(),
                        content.blurhash(),
                        content.pictures().stream()
                                .map(file -> new Picture.Size(file.size(), file.name(), file.width(), file.height()))
                                .toList());
    }

    /** The profile is stored: the new picture stays, the old one is removed later. */
    private void settle(long userId, @Nullable Picture before, @Nullable Choice choice, MediaUse.Kind kind) {
        if (choice == null) {
            return;
        }
        MediaUse use = new MediaUse(kind, userId);
        Long id = choice.mediaId();
        if (id != null) {
            uses.confirm(List.of(id), use);
        }
        if (before != null && (id == null || before.mediaId() != id)) {
            uses.end(List.of(before.mediaId()), use);
        }
    }

    /** Whether a user's picture is this medium. */
    public boolean isUsed(Medium medium, MediaUse use) {
        return users.find(use.id())
                .map(profile -> use.kind() == MediaUse.Kind.AVATAR
                        ? profile.user().avatar()
                        : profile.user().header())
                .filter(picture -> picture.mediaId() == medium.id())
                .isPresent();
    }

    /**
     * A picture to have from now on.
     *
     * @param mediaId null for none
     */
    public record Choice(@Nullable Long mediaId) {}
}
