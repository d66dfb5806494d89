package social.roost.loadgen;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The results of measurements: printed as they arrive, and kept for a page. */
final class Report {
    private final StringBuilder body = new StringBuilder();
    private boolean inText;

    /** Starts a measurement. */
    void section(String title) {
        System.out.println("\n== " + title);
        endText();
        body.append("<h2>").append(Page.escape(title)).append("</h2>\n");
    }

    /** A line of text, formatted as by {@link String#format}. */
    @FormatMethod
    void line(@FormatString String format, Object... arguments) {
        String line = String.format(Locale.ROOT, format, arguments);
        System.out.println(line);
        if (!inText) {
            inText = true;
            body.append("<pre>");
        }
        body.append(Page.escape(line)).append('\n');
    }

    /** Percentiles of each. */
    void latencies(Recording... recordings) {
        line("%s", Recording.header());
        for (Recording recording : recordings) {
            if (recording.count() + recording.failed() > 0) {
                line("%s", recording.line());
            }
        }
    }

    void plot(Plot plot) {
        endText();
        body.append(plot.svg());
    }

    /** Writes a page that needs no other file. */
    void write(Path file, String title) throws IOException {
        endText();
        Files.writeString(file, Page.html(title, body.toString()));
    }

    private void endText() {
        if (inText) {
            inText = false;
            body.append("</pre>\n");
        }
    }
}
