package social.roost.api;

/**
 * How browsers subscribe to pushes, among the capabilities; absent if there are none.
 *
 * @param publicKey of the server, in URL-safe base 64
 */
public record PushCapability(String publicKey) {}
