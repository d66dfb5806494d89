package social.roost.push;

/** Encodes a push for the web client. */
@FunctionalInterface
public interface PushFormat {

    byte[] encode(PushContent content);
}
