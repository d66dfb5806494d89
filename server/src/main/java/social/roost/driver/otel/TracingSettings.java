package social.roost.driver.otel;

import java.net.URI;
import social.roost.base.config.Setting;

/** Whether and where traces are sent. */
public record TracingSettings(
        @Setting(
                value = "",
                help = "OTLP/HTTP endpoint that receives traces, such as http://127.0.0.1:4318; empty disables"
                        + " tracing.")
        String endpoint,

        @Setting(
                value = "0.01",
                help = "Sampling rate of traces, from 0 to 1, unless a trusted gateway or proxy has decided.")
        double sample) {
    private static final String PATH = "/v1/traces";

    public TracingSettings {
        if (sample < 0 || sample > 1) {
            throw new IllegalArgumentException("sample is " + sample + ", expected 0 to 1");
        }
        if (!endpoint.isEmpty()) {
            requireAddress(endpoint);
        }
    }

    public boolean isOn() {
        return !endpoint.isEmpty();
    }

    /** With OTLP's path for traces if none is given. */
    String address() {
        String path = URI.create(endpoint).getPath();
        return path.isEmpty() || path.equals("/") ? endpoint.replaceFirst("/$", "") + PATH : endpoint;
    }

    private static void requireAddress(String endpoint) {
        URI address;
        try {
            address = URI.create(endpoint);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("endpoint is " + endpoint + ", which is not a valid address", e);
        }
        if (address.getHost() == null || !String.valueOf(address.getScheme()).matches("https?")) {
            throw new IllegalArgumentException(
                    "endpoint is " + endpoint + ", expected an address such as http://127.0.0.1:4318");
        }
    }
}
