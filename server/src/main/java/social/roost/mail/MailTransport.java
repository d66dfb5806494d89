package social.roost.mail;

/** Gives emails to a server that delivers them. Does not throw if the server fails: see the outcome. */
public interface MailTransport {

    Outcome send(Letter letter);

    /** What became of an email. */
    enum Outcome {
        /** It will be delivered. */
        ACCEPTED,
        /** Nothing can be delivered to the recipient. */
        BOUNCED,
        /** The mail or its sender is refused for good. */
        REJECTED,
        /** It was not accepted, but may be later. */
        DELAYED,
        /** It is unknown whether it was accepted. */
        UNKNOWN
    }
}
