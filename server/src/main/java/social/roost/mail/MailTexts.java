package social.roost.mail;

import java.util.List;
import social.roost.mail.MailText.Action;
import social.roost.mail.MailText.Note;
import social.roost.mail.MailText.Paragraph;

/**
 * The texts of all emails.
 *
 * @param server the name of this server
 * @param site its address, where links begin
 */
public record MailTexts(String server, String site) {

    /** With a link to set a new password. The token is behind a number sign, which browsers send to no server. */
    public MailText passwordReset(String username, String token) {
        return new MailText(
                "Reset your password on " + server,
                List.of(
                        new Paragraph("Hello @" + username + ","),
                        new Paragraph(
                                "someone asked for a new password for your account. To choose one, open this link."
                                        + " It works once, within 30 minutes."),
                        new Action("Choose a new password", site + "/reset-password#" + token),
                        new Note("If it was not you, ignore this mail: your password stays as it is.")));
    }

    /** With a link to confirm an address. */
    public MailText confirmation(String username, String token) {
        return new MailText(
                "Confirm your email address on " + server,
                List.of(
                        new Paragraph("Hello @" + username + ","),
                        new Paragraph(
                                "to confirm that this is your email address, open this link. It works once, within 3"
                                        + " days."),
                        new Action("Confirm the address", site + "/confirm-email#" + token),
                        new Note("If you have no account on " + server + ", somebody may have mistyped their address."
                                + " Ignore this mail, and you get no others.")));
    }

    /** Tells the old address of a change. */
    public MailText addressChange(String username) {
        return new MailText(
                "Your email address on " + server + " is about to change",
                List.of(
                        new Paragraph("Hello @" + username + ","),
                        new Paragraph(
                                "another email address was entered for your account, with your password. It replaces"
                                        + " this one when it is confirmed."),
                        new Paragraph("If it was not you, change your password now, and enter this address again:"),
                        new Action("Open the settings", site + "/settings")));
    }
}
