package social.roost.http;

import social.roost.base.config.Setting;

/** Where the server listens. */
public record HttpSettings(
        @Setting(value = "8080", help = "TCP port to listen on; 0 takes a free one.")
        int port,

        @Setting(value = "127.0.0.1", help = "Address to listen on; 0.0.0.0 for all of this machine.")
        String host) {

    public HttpSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port is " + port + ", expected 0 to 65535");
        }
    }
}
