package social.roost.loadgen;

import com.google.errorprone.annotations.FormatMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** A line chart as inline SVG, with colors and sizes from {@link Page}. It runs no script. */
public final class Plot {
    /** The size of the chart and of the plot area within it, in CSS px when nothing is scaled. */
    private static final int WIDTH = 560;

    private static final int LEFT = 62;
    private static final int RIGHT = WIDTH - 24;
    private static final int TOP = 64;
    private static final int BOTTOM = 336;
    private static final int FIRST_NAME = BOTTOM + 74;
    private static final int NAME = 24;

    /** Lines with more points than this have no dots. */
    private static final int DOTS = 40;

    private final String title;
    private final String xLabel;
    private final String yLabel;
    private final List<Series> series = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private boolean logX;
    private boolean logY;

    private record Point(double x, double y) {}

    private record Series(String name, List<Point> points) {}

    private record Mark(double x, String name) {}

    /** Starts a chart. Labels include their units; each should have at most about 50 characters, to fit on a phone. */
    public Plot(String title, String xLabel, String yLabel) {
        this.title = title;
        this.xLabel = xLabel;
        this.yLabel = yLabel;
    }

    /** Makes the x axis logarithmic; values not above 0 are left out. */
    public Plot logX() {
        logX = true;
        return this;
    }

    /** Makes the y axis logarithmic; values not above 0 are left out. */
    public Plot logY() {
        logY = true;
        return this;
    }

    /**
     * Adds a line, with gaps where a value is not a number.
     *
     * @throws IllegalArgumentException if the numbers of x and y values differ
     */
    public Plot series(String name, double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("%s has %d x and %d y.".formatted(name, x.length, y.length));
        }
        List<Point> points = IntStream.range(0, x.length)
                .mapToObj(i -> new Point(x[i], y[i]))
                .toList();
        series.add(new Series(name, points));
        return this;
    }

    /** Marks an x value by a line across the chart. */
    public Plot mark(double x, String name) {
        marks.add(new Mark(x, name));
        return this;
    }

    /** The chart as an element of an HTML page. */
    public String svg() {
        Axis x = axis(xs(), logX);
        // A line whose lowest value is at the bottom would look as if that were zero.
        Axis y = axis(logY ? ys() : DoubleStream.concat(ys(), DoubleStream.of(0)), logY);
        StringBuilder svg = new StringBuilder(format(
                "<svg class=\"plot\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n",
                WIDTH, FIRST_NAME + NAME * (series.size() - 1) + 12, Page.escape(title)));
        svg.append("<g class=\"title\">").append(text("start", 4, 20, title)).append("</g>");
        svg.append(text("start", 4, TOP - 16, yLabel));
        drawAxes(svg, x, y);
        for (int i = 0; i < series.size(); i++) {
            drawSeries(svg, i, x, y);
        }
        for (Mark mark : marks) {
            drawMark(svg, mark, x);
        }
        return svg.append("</svg>\n").toString();
    }

    private DoubleStream xs() {
        return DoubleStream.concat(
                series.stream().flatMap(line -> line.points().stream()).mapToDouble(Point::x),
                marks.stream().mapToDouble(Mark::x));
    }

    private DoubleStream ys() {
        return series.stream().flatMap(line -> line.points().stream()).mapToDouble(Point::y);
    }

    private static Axis axis(DoubleStream values, boolean logarithmic) {
        var range = values.filter(value -> Double.isFinite(value) && (!logarithmic || value > 0))
                .summaryStatistics();
        if (range.getCount() == 0) {
            return logarithmic ? Axis.logarithmic(1, 10) : Axis.linear(0, 1);
        }
        return logarithmic
                ? Axis.logarithmic(range.getMin(), range.getMax())
                : Axis.linear(range.getMin(), range.getMax());
    }

    private void drawAxes(StringBuilder svg, Axis x, Axis y) {
        for (double tick : x.ticks()) {
            double at = across(x, tick);
            svg.append(format("<path class=\"grid\" d=\"M%.1f %dV%d\"/>", at, TOP, BOTTOM));
            svg.append(text("middle", at, BOTTOM + 20, Axis.label(tick)));
        }
        for (double tick : y.ticks()) {
            double at = up(y, tick);
            svg.append(format("<path class=\"grid\" d=\"M%d %.1fH%d\"/>", LEFT, at, RIGHT));
            svg.append(text("end", LEFT - 8, at + 5, Axis.label(tick)));
        }
        svg.append(text("middle", (LEFT + RIGHT) / 2.0, BOTTOM + 44, xLabel)).append('\n');
    }

    private static void drawMark(StringBuilder svg, Mark mark, Axis x) {
        if (x.has(mark.x())) {
            double at = across(x, mark.x());
            boolean atRight = at > (LEFT + RIGHT) / 2.0;
            svg.append(format("<path class=\"mark\" d=\"M%.1f %dV%d\"/>", at, TOP, BOTTOM));
            svg.append(text(atRight ? "end" : "start", at + (atRight ? -6 : 6), TOP + 14, mark.name()));
        }
    }

    private void drawSeries(StringBuilder svg, int number, Axis x, Axis y) {
        Series line = series.get(number);
        int name = FIRST_NAME + NAME * number;
        svg.append(format("<g class=\"series-%d\">", number % Page.COLOURS + 1));
        svg.append(format("<path d=\"M%d %dh34\"/>", LEFT, name - 5));
        svg.append(format("<path d=\"%s\"/>", path(line.points(), x, y)));
        if (line.points().size() <= DOTS) {
            svg.append(line.points().stream()
                    .filter(point -> x.has(point.x()) && y.has(point.y()))
                    .map(point -> dot(point, x, y))
                    .collect(Collectors.joining()));
        }
        svg.append("</g>").append(text("start", LEFT + 44, name, line.name())).append('\n');
    }

    private static String path(List<Point> points, Axis x, Axis y) {
        StringBuilder path = new StringBuilder();
        boolean drawing = false;
        for (Point point : points) {
            boolean drawn = x.has(point.x()) && y.has(point.y());
            if (drawn) {
                path.append(format("%s%.1f %.1f", drawing ? "L" : "M", across(x, point.x()), up(y, point.y())));
            }
            drawing = drawn;
        }
        return path.toString();
    }

    private static String dot(Point point, Axis x, Axis y) {
        return format(
                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\"><title>%s, %s</title></circle>",
                across(x, point.x()), up(y, point.y()), Axis.label(point.x()), Axis.label(point.y()));
    }

    private static String text(String anchor, double x, double y, String words) {
        return format("<text text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>", anchor, x, y, Page.escape(words));
    }

    private static double across(Axis x, double value) {
        return LEFT + (RIGHT - LEFT) * x.place(value);
    }

    private static double up(Axis y, double value) {
        return BOTTOM - (BOTTOM - TOP) * y.place(value);
    }

    /** In the root locale, because a comma would change the number. */
    @FormatMethod
    private static String format(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
