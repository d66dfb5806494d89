package social.roost.moderation;

import social.roost.base.Rejection;
import social.roost.base.VisibleText;

/** What reporters and moderators write. */
final class ModerationText {
    private ModerationText() {}

    /**
     * Checks a text of any number of lines.
     *
     * @return without white space at both ends
     * @throws Rejection INVALID if it is too long, or has control characters
     */
    static String checked(String field, String text, int longest) {
        String stripped = text.strip();
        if (stripped.codePointCount(0, stripped.length()) > longest || VisibleText.hasControl(stripped)) {
            throw Rejection.invalid(field, "Expected at most " + longest + " characters, without control characters.");
        }
        return stripped;
    }
}
