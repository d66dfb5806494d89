package social.roost.mail.sql;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import social.roost.driver.sql.Database;
import social.roost.mail.DueMail;
import social.roost.mail.MailAddress;
import social.roost.mail.MailKind;
import social.roost.mail.MailStore;

/** Emails in the table {@code due_mail}. */
public final class SqlMailStore implements MailStore {
    private static final RowMapper<DueMail> MAIL = (row, _) -> new DueMail(
            row.getLong("id"),
            MailKind.of(row.getString("kind")),
            row.getLong("user_id"),
            row.getString("address"),
            row.getString("detail"));

    private final Database database;

    public SqlMailStore(Database database) {
        this.database = database;
    }

    /** Writes in either case, so that it takes the same time. */
    @Override
    public void add(DueMail mail) {
        int _ = database.write(handle -> handle.execute(
                """
                INSERT INTO due_mail (id, kind, user_id, address, address_key, detail, due_at, leased_until)
                VALUES (?, ?, ?, ?, ?, ?, ?, 0)
                ON CONFLICT (kind, address_key) DO UPDATE SET detail = due_mail.detail""",
                mail.id(),
                mail.kind().text(),
                mail.userId(),
                mail.address(),
                MailAddress.key(mail.address()),
                mail.detail(),
                mail.createdAt()));
    }

    @Override
    public List<DueMail> lease(long now, long until, int limit) {
        List<Long> due = database.read(handle -> handle.createQuery(
                        "SELECT id FROM due_mail WHERE due_at <= ? AND leased_until <= ? ORDER BY due_at LIMIT ?")
                .bind(0, now)
                .bind(1, now)
                .bind(2, limit)
                .mapTo(Long.class)
                .list());
        return due.isEmpty()
                ? List.of()
                : database.write(handle -> due.stream()
                        .flatMap(id -> lease(handle, id, now, until).stream())
                        .toList());
    }

    private static List<DueMail> lease(Handle handle, long id, long now, long until) {
        return handle.createQuery("""
                        UPDATE due_mail SET leased_until = :until
                        WHERE id = :id AND due_at <= :now AND leased_until <= :now RETURNING *""")
                .bind("until", until)
                .bind("now", now)
                .bind("id", id)
                .map(MAIL)
                .list();
    }

    @Override
    public void done(long id) {
        int _ = database.write(handle -> handle.execute("DELETE FROM due_mail WHERE id = ?", id));
    }

    @Override
    public int waiting() {
        return database.read(handle -> handle.createQuery("SELECT COUNT(*) FROM due_mail")
                .mapTo(Integer.class)
                .one());
    }

    @Override
    public void postpone(long id, long dueAt) {
        int _ = database.write(
                handle -> handle.execute("UPDATE due_mail SET due_at = ?, leased_until = 0 WHERE id = ?", dueAt, id));
    }
}
