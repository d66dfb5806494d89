package social.roost.http;

import social.roost.base.config.Setting;

/** Who one is and whom one believes, as PEM files. They may be replaced at any time: new connections use the new ones. */
public record TlsSettings(
        @Setting(value = "", help = "PEM file with the own certificate and those that vouch for it; empty for no TLS.")
        String certificate,

        @Setting(value = "", help = "PEM file with the private key of the certificate (PKCS #8).")
        String key,

        @Setting(
                value = "",
                help =
                        "PEM file with the authorities whose certificates the other side must have; empty to ask for none.")
        String authority) {

    public TlsSettings {
        if (certificate.isEmpty() != key.isEmpty()) {
            throw new IllegalArgumentException("certificate and key belong together: expected both, or neither");
        }
        if (certificate.isEmpty() && !authority.isEmpty()) {
            throw new IllegalArgumentException("authority needs a certificate and a key beside it");
        }
    }

    public boolean isOn() {
        return !certificate.isEmpty();
    }
}
