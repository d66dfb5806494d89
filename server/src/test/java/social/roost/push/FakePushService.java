package social.roost.push;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A push service, and the browser behind it, which decrypts what it is sent. */
final class FakePushService implements AutoCloseable {
    static final String HOST = "push.example";
    static final String PASSWORD = "changeit";
    private static final BigInteger BROWSER = BigInteger.valueOf(4_711);
    private static final String SECRET = "BTBZMqHH6r4Tts7J_aSIgg";

    final List<Received> received = new CopyOnWriteArrayList<>();
    final Path certificates;
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final HttpsServer server;

    /** A push as the browser reads it. */
    record Received(String path, Map<String, String> headers, String text) {}

    /** What it does with a push. */
    @FunctionalInterface
    interface Reply {
        void send(HttpExchange exchange) throws IOException, InterruptedException;
    }

    FakePushService(Path folder) throws Exception {
        certificates = folder.resolve("push.p12");
        makeCertificate();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(certificates)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    private void makeCertificate() throws Exception {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "push",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + HOST,
                        "-ext",
                        "san=dns:" + HOST,
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        certificates.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool failed");
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** The keys of the browser. */
    static PushKeys keys() throws GeneralSecurityException {
        return new PushKeys(
                Base64.getUrlEncoder().withoutPadding().encodeToString(P256.encode(P256.publicKey(BROWSER))), SECRET);
    }

    /** Answers pushes to this path from now on; otherwise with 201. */
    void reply(String path, Reply reply) {
        replies.put(path, reply);
    }

    void reply(String path, int status) {
        reply(path, exchange -> exchange.sendResponseHeaders(status, -1));
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Map<String, String> headers = new ConcurrentHashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
            String path = exchange.getRequestURI().getPath();
            received.add(new Received(path, headers, decrypt(body)));
            replies.getOrDefault(path, each -> each.sendResponseHeaders(201, -1))
                    .send(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String decrypt(byte[] body) {
        try {
            ByteBuffer in = ByteBuffer.wrap(body);
            byte[] salt = take(in, 16);
            if (in.getInt() != 4_096 || body.length > 4_096) {
                throw new IllegalArgumentException("The record is longer than browsers read");
            }
            byte[] server = take(in, in.get());
            byte[] browser = P256.encode(P256.publicKey(BROWSER));
            KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(P256.privateKey(BROWSER));
            agreement.doPhase(P256.decode(server), true);
            byte[] info = ByteBuffer.allocate(14 + 130)
                    .put("WebPush: info\0".getBytes(StandardCharsets.US_ASCII))
                    .put(browser)
                    .put(server)
                    .array();
            byte[] input = derive(Base64.getUrlDecoder().decode(SECRET), agreement.generateSecret(), info, 32);
            byte[] key = derive(salt, input, "Content-Encoding: aes128gcm\0".getBytes(StandardCharsets.US_ASCII), 16);
            byte[] nonce = derive(salt, input, "Content-Encoding: nonce\0".getBytes(StandardCharsets.US_ASCII), 12);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
            byte[] padded = cipher.doFinal(take(in, in.remaining()));
            if (padded[padded.length - 1] != 2) {
                throw new IllegalArgumentException("Not the last record");
            }
            return new String(Arrays.copyOf(padded, padded.length - 1), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private static byte[] take(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static byte[] derive(byte[] salt, byte[] input, byte[] info, int length) throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveData(HKDFParameterSpec.ofExtract()
                        .addIKM(input)
                        .addSalt(salt)
                        .thenExpand(info, length));
    }

    /** The claims of a request, if its signature is that of its key. */
    static String claims(Received push) throws GeneralSecurityException {
        String header = Objects.requireNonNull(push.headers().get("authorization"));
        String key = header.substring(header.indexOf(", k=") + 4);
        String[] token =
                header.substring("vapid t=".length(), header.indexOf(", k=")).split("\\.", -1);
        Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
        verifier.initVerify(P256.decode(Base64.getUrlDecoder().decode(key)));
        verifier.update((token[0] + "." + token[1]).getBytes(StandardCharsets.US_ASCII));
        if (!verifier.verify(Base64.getUrlDecoder().decode(token[2]))) {
            throw new IllegalArgumentException("Not signed by the key");
        }
        return new String(Base64.getUrlDecoder().decode(token[1]), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
