package social.roost.http;

import social.roost.base.config.Setting;

/**
 * Certificate, key and trusted authorities, as PEM files. They can be replaced at any time: new connections use the new
 * ones.
 */
public record TlsSettings(
        @Setting(value = "", help = "PEM file with the certificate chain of this server; empty for no TLS.")
        String certificate,

        @Setting(value = "", help = "PEM file with the private key of the certificate (PKCS #8).")
        String key,

        @Setting(
                value = "",
                help = "PEM file with the authorities that must have signed the peer's certificate; empty to"
                        + " require none.")
        String authority) {

    public TlsSettings {
        if (certificate.isEmpty() != key.isEmpty()) {
            throw new IllegalArgumentException("certificate and key must be set together");
        }
        if (certificate.isEmpty() && !authority.isEmpty()) {
            throw new IllegalArgumentException("authority requires certificate and key");
        }
    }

    public boolean isOn() {
        return !certificate.isEmpty();
    }
}
