package social.roost.driver;

import social.roost.base.config.Setting;

/** Encryption of the connections to a store; the same keys for every store. */
public record StoreTls(
        @Setting(
                value = "false",
                help = "Whether to use TLS. The server's certificate must be valid for the configured address.")
        boolean enabled,

        @Setting(
                value = "",
                help = "PEM file with the certificate authorities to trust; empty for those that Java trusts.")
        String authority,

        @Setting(value = "", help = "PEM file with the client certificate; empty for none.")
        String certificate,

        @Setting(value = "", help = "PEM file with the private key of the client certificate (PKCS #8).")
        String key) {

    public StoreTls {
        if (certificate.isEmpty() != key.isEmpty()) {
            throw new IllegalArgumentException("certificate and key must be set together");
        }
        if (!enabled && !(authority.isEmpty() && certificate.isEmpty())) {
            throw new IllegalArgumentException("enabled is false, but an authority or a certificate is set");
        }
    }

    public boolean hasCertificate() {
        return !certificate.isEmpty();
    }
}
