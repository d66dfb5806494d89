package social.roost.driver.postgres;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import social.roost.base.CipherSuites;
import social.roost.driver.PemFiles;
import social.roost.driver.StoreTls;

/**
 * Creates the TLS sockets of PostgreSQL's driver, which calls the constructor itself. The driver's own factory does not
 * support cipher suites, nor Java's authorities together with a certificate in PEM. The driver checks host names itself
 * ({@code verify-full}).
 */
public final class TlsSockets extends SSLSocketFactory {
    /** Shared by connections with the same files, so that they resume each other's TLS sessions. */
    private static final AtomicReference<@Nullable Shared> SHARED = new AtomicReference<>();

    private final SSLSocketFactory sockets;

    /** @param properties of the connection, with the driver's names */
    public TlsSockets(Properties properties) {
        StoreTls tls = new StoreTls(
                true,
                properties.getProperty("sslrootcert", ""),
                properties.getProperty("sslcert", ""),
                properties.getProperty("sslkey", ""));
        sockets = context(tls).getSocketFactory();
    }

    /** Read again after a file has changed. */
    private static SSLContext context(StoreTls tls) {
        List<Long> changed = Stream.of(tls.authority(), tls.certificate(), tls.key())
                .map(file -> new File(file).lastModified())
                .toList();
        Shared shared = SHARED.get();
        if (shared == null || !shared.tls().equals(tls) || !shared.changed().equals(changed)) {
            shared = new Shared(tls, changed, PemFiles.context(tls));
            SHARED.set(shared);
        }
        return shared.context();
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return CipherSuites.strong();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return CipherSuites.strong();
    }

    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
        return strong(sockets.createSocket(socket, host, port, autoClose));
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return strong(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return strong(sockets.createSocket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return strong(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return strong(sockets.createSocket(host, port, local, localPort));
    }

    private static Socket strong(Socket socket) {
        ((SSLSocket) socket).setEnabledCipherSuites(CipherSuites.strong());
        return socket;
    }

    private record Shared(StoreTls tls, List<Long> changed, SSLContext context) {}
}
