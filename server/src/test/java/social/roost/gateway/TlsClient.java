package social.roost.gateway;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** A client that trusts one authority, with or without its own certificate; one connection for each call. */
final class TlsClient {
    private final SSLContext tls;

    private TlsClient(SSLContext tls) {
        this.tls = tls;
    }

    static TlsClient anonymous(Path authority) throws Exception {
        return new TlsClient(context(authority, null, ""));
    }

    static TlsClient withCertificate(Path authority, Path folder, String name) throws Exception {
        return new TlsClient(context(authority, folder, name));
    }

    /** The settings of this section for a process with the certificate of this name. */
    static Map<String, String> settings(Path folder, String name) {
        return Map.of(
                "tls.certificate", folder.resolve(name + ".pem").toString(),
                "tls.key", folder.resolve(name + "-key.pem").toString(),
                "tls.authority", folder.resolve("ca.pem").toString());
    }

    HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder().sslContext(tls).build()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("https://localhost:" + port + path))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    /** A connection to the listener with this protocol, such as h2. */
    Socket connect(int port, String protocol) throws IOException {
        return connect(port, 64 * 1024, protocol);
    }

    HttpClient.Builder builder() {
        return HttpClient.newBuilder().sslContext(tls);
    }

    /** A connection after its handshake, with a protocol negotiated by ALPN. */
    SSLSocket connect(int port, int receiveBuffer, String protocol) throws IOException {
        SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket();
        socket.setReceiveBufferSize(receiveBuffer);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {protocol});
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    /** The certificate that the listener presents. */
    X509Certificate shown(int port) throws IOException, InterruptedException, GeneralSecurityException {
        return (X509Certificate)
                get(port, "/health/live").sslSession().orElseThrow().getPeerCertificates()[0];
    }

    static X509Certificate certificate(Path pem) throws IOException, GeneralSecurityException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(pem)));
    }

    private static SSLContext context(Path authority, @Nullable Path folder, String name) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("ca", certificate(authority));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(folder == null ? new KeyManager[0] : keys(folder, name), trust.getTrustManagers(), null);
        return context;
    }

    private static KeyManager[] keys(Path folder, String name) throws Exception {
        String key = Files.readString(folder.resolve(name + "-key.pem")).replaceAll("-----[A-Z ]+-----", "");
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        own.setKeyEntry(
                "own",
                KeyFactory.getInstance("EC")
                        .generatePrivate(
                                new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(key))),
                new char[0],
                new Certificate[] {certificate(folder.resolve(name + ".pem"))});
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, new char[0]);
        return keys.getKeyManagers();
    }
}
