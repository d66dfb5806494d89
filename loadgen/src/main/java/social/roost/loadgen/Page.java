package social.roost.loadgen;

/** An HTML page that needs no other file, light or dark as the reader prefers, and {@link Plot}s in it. */
public final class Page {
    /** Lines with higher numbers repeat the colors of the first ones. */
    static final int COLOURS = 5;

    private static final String HTML = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>${title}</title>
            <style>
            :root {
              color-scheme: light dark;
              --paper: light-dark(#faf6ef, #171412);
              --line: light-dark(#e6ddcf, #332d27);
              --ink: light-dark(#2b251f, #efe7dc);
              --ink-soft: light-dark(#665d52, #ab9f91);
              --series-1: light-dark(#1f5f8b, #8cc4ee);
              --series-2: light-dark(#a8431c, #f0966a);
              --series-3: light-dark(#2c6e3f, #83cf97);
              --series-4: light-dark(#7a3d92, #cfa0e6);
              --series-5: light-dark(#75600f, #d9c05e);
            }
            body {
              margin: 0 auto; padding: 16px; max-width: 720px; box-sizing: border-box;
              background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif;
            }
            h1, h2 { line-height: 1.25; margin: 1.5em 0 0.5em; }
            h1 { font-size: 1.5rem; margin-top: 0.5em; }
            h2 { font-size: 1.15rem; }
            .table { overflow-x: auto; }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
            th, td { padding: 4px 12px 4px 0; border-bottom: 1px solid var(--line); text-align: right; white-space: nowrap; }
            th { color: var(--ink-soft); font-weight: 600; }
            th:first-child, td:first-child { text-align: left; }
            .plot { display: block; width: 100%; height: auto; margin: 24px 0; }
            .plot text { font-size: 14px; fill: var(--ink); stroke: var(--paper); stroke-width: 4; paint-order: stroke; }
            .plot .title text { font-weight: 600; }
            .plot path { fill: none; }
            .plot .grid { stroke: var(--line); }
            .plot .mark { stroke: var(--ink-soft); stroke-dasharray: 4 4; }
            .plot [class^=series] path { stroke: currentColor; stroke-width: 2.5; stroke-linejoin: round; }
            .plot circle { fill: currentColor; }
            .plot .series-1 { color: var(--series-1); }
            .plot .series-2 { color: var(--series-2); stroke-dasharray: 9 4; }
            .plot .series-3 { color: var(--series-3); stroke-dasharray: 3 3; }
            .plot .series-4 { color: var(--series-4); stroke-dasharray: 12 3 3 3; }
            .plot .series-5 { color: var(--series-5); stroke-dasharray: 1 5; stroke-linecap: round; }
            @media (max-width: 520px) { .plot text { font-size: 19px; } }
            </style>
            </head>
            <body>
            <h1>${title}</h1>
            ${body}
            </body>
            </html>
            """;

    private Page() {}

    /**
     * The page as text.
     *
     * @param title text, not HTML
     * @param body HTML; tables are in a {@code <div class="table">}, which scrolls if the page is narrow
     */
    public static String html(String title, String body) {
        return HTML.replace("${title}", escape(title)).replace("${body}", body);
    }

    /** Text as HTML, also within quotes. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
