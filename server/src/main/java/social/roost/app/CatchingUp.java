package social.roost.app;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import social.roost.base.Caller;
import social.roost.event.OwnWrites;
import social.roost.http.Authenticator;

/**
 * Authenticates, then applies what the caller has done in other processes, so that callers see their own writes, and a
 * session that its user has ended is rejected immediately.
 */
final class CatchingUp implements Authenticator {
    private final Authenticator sessions;
    private final OwnWrites ownWrites;
    private final AllCaches caches;

    CatchingUp(Authenticator sessions, OwnWrites ownWrites, AllCaches caches) {
        this.sessions = sessions;
        this.ownWrites = ownWrites;
        this.caches = caches;
    }

    @Override
    public Optional<Caller> authenticate(String token) {
        Optional<Caller> caller = sessions.authenticate(token);
        if (caller.isEmpty()) {
            return caller;
        }
        AtomicBoolean changed = new AtomicBoolean();
        ownWrites.catchUp(caller.get().userId(), event -> {
            caches.consume(event);
            changed.set(true);
        });
        return changed.get() ? sessions.authenticate(token) : caller;
    }

    @Override
    public void visit() {
        ownWrites.catchUp(caches::consume);
    }
}
