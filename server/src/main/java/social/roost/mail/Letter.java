package social.roost.mail;

import java.util.Map;

/**
 * An email that is ready to be sent.
 *
 * @param id makes its Message-ID: the same mail has the same one, however often it is sent
 * @param headers besides those of every mail, in ASCII
 */
public record Letter(String id, MailAddress to, MailText text, Map<String, String> headers) {

    public Letter {
        headers = Map.copyOf(headers);
    }
}
