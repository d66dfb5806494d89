package social.roost.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The names for which an authority may sign certificates (RFC 5280, 4.2.1.10): those of the roles, of this machine, and
 * those that clients use. So a development authority in a browser is no risk for other sites.
 */
final class NameConstraints {
    static final String OID = "2.5.29.30";

    private static final List<String> ALWAYS = List.of("roost.internal", "localhost");
    private static final int SEQUENCE = 0x30;
    private static final int PERMITTED = 0xA0;
    private static final int DNS_NAME = 0x82;
    private static final int IP_ADDRESS = 0x87;

    private NameConstraints() {}

    /** The extension's value in hexadecimal. */
    static String hex(List<String> hosts) throws IOException {
        ByteArrayOutputStream subtrees = new ByteArrayOutputStream();
        for (String host :
                Stream.concat(ALWAYS.stream(), hosts.stream()).distinct().toList()) {
            subtrees.write(
                    KeyTool.isNumeric(host)
                            ? subtree(
                                    IP_ADDRESS,
                                    network(InetAddress.getByName(host).getAddress()))
                            : subtree(DNS_NAME, host.getBytes(StandardCharsets.US_ASCII)));
        }
        subtrees.write(subtree(IP_ADDRESS, new byte[] {127, 0, 0, 0, (byte) 255, 0, 0, 0}));
        return HexFormat.of().formatHex(value(SEQUENCE, value(PERMITTED, subtrees.toByteArray())));
    }

    /**
     * Does nothing if the authority may sign this certificate. The authority is part of the path, below an anchor with
     * its own key, because Java ignores the constraints of an anchor.
     *
     * @throws GeneralSecurityException if the authority may not have signed it
     */
    static void check(X509Certificate authority, X509Certificate signed) throws GeneralSecurityException {
        TrustAnchor anchor = new TrustAnchor(authority.getSubjectX500Principal(), authority.getPublicKey(), null);
        PKIXParameters parameters = new PKIXParameters(Set.of(anchor));
        parameters.setRevocationEnabled(false);
        var _ = CertPathValidator.getInstance("PKIX")
                .validate(
                        CertificateFactory.getInstance("X.509").generateCertPath(List.of(signed, authority)),
                        parameters);
    }

    private static byte[] subtree(int kind, byte[] name) throws IOException {
        return value(SEQUENCE, value(kind, name));
    }

    /** A single address: followed by a mask of ones. */
    private static byte[] network(byte[] address) {
        byte[] masked = Arrays.copyOf(address, 2 * address.length);
        Arrays.fill(masked, address.length, masked.length, (byte) 0xFF);
        return masked;
    }

    private static byte[] value(int tag, byte[] content) throws IOException {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        encoded.write(tag);
        if (content.length >= 0x80) {
            encoded.write(0x82);
            encoded.write(content.length >> 8);
        }
        encoded.write(content.length);
        encoded.write(content);
        return encoded.toByteArray();
    }
}
