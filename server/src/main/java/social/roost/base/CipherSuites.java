package social.roost.base;

import java.util.List;

/**
 * The cipher suites of every TLS connection, for listeners and clients: with forward secrecy and authenticated
 * encryption. For TLS 1.2, Java also enables CBC suites, which are weak and no longer needed.
 */
public final class CipherSuites {
    public static final List<String> STRONG = List.of(
            "TLS_AES_256_GCM_SHA384",
            "TLS_AES_128_GCM_SHA256",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

    private CipherSuites() {}

    public static String[] strong() {
        return STRONG.toArray(String[]::new);
    }
}
