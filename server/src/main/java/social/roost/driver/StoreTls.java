package social.roost.driver;

import social.roost.base.config.Setting;

/** How the connections to one store are encrypted; the same keys for every store. */
public record StoreTls(
        @Setting(
                value = "false",
                help = "Whether to use TLS; the server's certificate must be valid for the address it is called by.")
        boolean enabled,

        @Setting(
                value = "",
                help = "PEM file with the authorities that sign the server's certificate; empty for those Java trusts.")
        String authority,

        @Setting(value = "", help = "PEM file with the certificate to present to the server; empty for none.")
        String certificate,

        @Setting(value = "", help = "PEM file with the private key of that certificate (PKCS #8).")
        String key) {

    public StoreTls {
        if (certificate.isEmpty() != key.isEmpty()) {
            throw new IllegalArgumentException("certificate and key belong together: expected both, or neither");
        }
        if (!enabled && !(authority.isEmpty() && certificate.isEmpty())) {
            throw new IllegalArgumentException("enabled is false, but an authority or a certificate is set");
        }
    }

    public boolean hasCertificate() {
        return !certificate.isEmpty();
    }
}
