package social.roost.mail;

import java.util.List;
import java.util.stream.Collectors;

/** What an email says, as plain text and as HTML, which needs no images. */
public record MailText(String subject, List<Part> parts) {

    /** What an email consists of. */
    public sealed interface Part {}

    /** Some sentences. */
    public record Paragraph(String text) implements Part {}

    /** The link that the mail is about. */
    public record Action(String label, String url) implements Part {}

    /** Less important than the rest. */
    public record Note(String text) implements Part {}

    public MailText {
        parts = List.copyOf(parts);
    }

    /** With lines of any length. */
    public String plain() {
        return parts.stream().map(MailText::plain).collect(Collectors.joining("\n\n", "", "\n"));
    }

    private static String plain(Part part) {
        return switch (part) {
            case Paragraph(String text) -> text;
            case Action(String label, String url) -> label + ":\n" + url;
            case Note(String text) -> text;
        };
    }

    /** A whole page. */
    public String html() {
        String content = parts.stream().map(MailText::html).collect(Collectors.joining("\n"));
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>%s</title></head>
                <body style="font-family: sans-serif; font-size: 16px; line-height: 1.5; max-width: 560px;\
                 margin: 24px auto; padding: 0 16px;">
                %s
                </body>
                </html>
                """.formatted(escaped(subject), content);
    }

    private static String html(Part part) {
        return switch (part) {
            case Paragraph(String text) -> "<p>" + escaped(text) + "</p>";
            case Action(String label, String url) -> {
                String target = escaped(url);
                yield "<p><a href=\"%s\" style=\"font-weight: bold;\">%s</a></p>\n<p style=\"font-size: 13px;\">%s</p>"
                        .formatted(target, escaped(label), target);
            }
            case Note(String text) -> "<p style=\"font-size: 13px; opacity: 0.75;\">" + escaped(text) + "</p>";
        };
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\n", "<br>");
    }
}
