package social.roost.user.sql;

import java.util.List;
import social.roost.driver.sql.Database;
import social.roost.user.InvitationStore;

/** Invitations in the table {@code invitation}. */
public final class SqlInvitationStore implements InvitationStore {
    private final Database database;

    public SqlInvitationStore(Database database) {
        this.database = database;
    }

    @Override
    public void add(Invitation invitation) {
        int _ = database.write(handle -> handle.execute(
                """
                INSERT INTO invitation (code, created_by, created_at, expires_at, uses, used)
                VALUES (?, ?, ?, ?, ?, ?)""",
                invitation.code(),
                invitation.by(),
                invitation.createdAt(),
                invitation.expiresAt(),
                invitation.uses(),
                invitation.used()));
    }

    @Override
    public List<Invitation> list(int limit) {
        return database.read(handle -> handle.createQuery("""
                        SELECT code, created_by, created_at, expires_at, uses, used FROM invitation
                        ORDER BY created_at DESC, code LIMIT ?""")
                .bind(0, limit)
                .map((row, _) -> new Invitation(
                        row.getString("code"),
                        row.getLong("created_by"),
                        row.getLong("created_at"),
                        row.getLong("expires_at"),
                        row.getInt("uses"),
                        row.getInt("used")))
                .list());
    }

    @Override
    public boolean remove(String code) {
        return database.write(handle -> handle.execute("DELETE FROM invitation WHERE code = ?", code) == 1);
    }

    @Override
    public boolean use(String code, long now) {
        return database.write(handle -> handle.execute(
                        "UPDATE invitation SET used = used + 1 WHERE code = ? AND used < uses AND expires_at > ?",
                        code,
                        now)
                == 1);
    }

    @Override
    public void giveBack(String code) {
        int _ = database.write(
                handle -> handle.execute("UPDATE invitation SET used = used - 1 WHERE code = ? AND used > 0", code));
    }
}
