package social.roost.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads new certificates when the files change, which happens long before a certificate expires. Invalid files change
 * nothing.
 */
public final class CertificateWatch {
    private static final Logger LOG = LoggerFactory.getLogger(CertificateWatch.class);
    private static final long PERIOD_MILLIS = 2_000;

    private final TlsSettings settings;
    private final Function<Certificates, Future<?>> renew;
    private Certificates inUse;
    private String complaint = "";

    /**
     * @param inUse the certificates read before
     * @param renew applies the certificates read from now on
     */
    public CertificateWatch(TlsSettings settings, Certificates inUse, Function<Certificates, Future<?>> renew) {
        this.settings = settings;
        this.inUse = inUse;
        this.renew = renew;
    }

    /** Checks the files periodically until the event loops end. */
    public void start(Vertx vertx) {
        vertx.setPeriodic(PERIOD_MILLIS, timer -> look(vertx));
    }

    private void look(Vertx vertx) {
        var _ = vertx.executeBlocking(this::read)
                .compose(read -> use(Objects.requireNonNull(read)))
                .onFailure(this::complain);
    }

    private Future<?> use(Certificates read) {
        return read.equals(inUse) ? Future.succeededFuture() : renew.apply(read).onSuccess(done -> renewed(read));
    }

    private Certificates read() throws IOException {
        return Certificates.read(settings).orElseThrow();
    }

    private void renewed(Certificates read) {
        inUse = read;
        complaint = "";
        LOG.info("Loaded a new certificate from {}; new connections use it", settings.certificate());
    }

    /** Logs each cause once, not at every check. */
    private void complain(Throwable cause) {
        String now = String.valueOf(cause.getMessage());
        if (!now.equals(complaint)) {
            complaint = now;
            LOG.warn("Could not load the new certificate; the old one stays in use: {}", now);
        }
    }
}
