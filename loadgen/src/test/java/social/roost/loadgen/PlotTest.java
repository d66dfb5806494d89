package social.roost.loadgen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PlotTest {
    /** The lower left and the upper right end of the field. */
    private static final String CORNERS = "M62.0 336.0L536.0 64.0";

    @Test
    void aLineGoesFromCornerToCorner() throws Exception {
        Document svg = parse(plot().series("a", new double[] {0, 10}, new double[] {0, 50}));
        assertThat(paths(svg, "series-1")).contains(CORNERS);
    }

    @Test
    void logarithmicScalesMakeAPowerALine() throws Exception {
        Document svg =
                parse(plot().logX().logY().series("square", new double[] {1, 10, 100}, new double[] {1, 100, 10_000}));
        assertThat(paths(svg, "series-1")).contains("M62.0 336.0L299.0 200.0L536.0 64.0");
    }

    @Test
    void whatHasNoPlaceIsAGap() throws Exception {
        double[] x = {0, 1, 2, 3, 10};
        double[] y = {0, 10, Double.NaN, 30, 50};
        String line = paths(parse(plot().series("a", x, y)), "series-1").getLast();
        assertThat(line.chars().filter(step -> step == 'M')).hasSize(2);
        assertThat(line).doesNotContain("NaN");
        line = paths(parse(plot().logY().series("a", x, y)), "series-1").getLast();
        assertThat(line.chars().filter(step -> step == 'M' || step == 'L')).hasSize(3);
    }

    @Test
    void yBeginsAtZeroAndXNeedNot() throws Exception {
        Document svg = parse(plot().series("a", new double[] {100, 110}, new double[] {45, 50}));
        assertThat(texts(svg)).contains("0", "50", "100", "110").doesNotContain("45");
        assertThat(paths(svg, "series-1").getLast()).startsWith("M62.0").endsWith("L536.0 64.0");
    }

    @Test
    void everythingHasItsWords() throws Exception {
        Document svg = parse(new Plot("Title \"& more\"", "seconds", "a < b")
                .mark(3, "here")
                .series("one", new double[] {1}, new double[] {2})
                .series("two", new double[] {3}, new double[] {4}));
        assertThat(texts(svg)).contains("Title \"& more\"", "seconds", "a < b", "here", "one", "two");
        assertThat(svg.getDocumentElement().getAttribute("aria-label")).isEqualTo("Title \"& more\"");
    }

    @Test
    void fewPointsHaveDotsAndManyDoNot() throws Exception {
        assertThat(dots(plot().series("a", count(40), count(40)))).isEqualTo(40);
        assertThat(dots(plot().series("a", count(41), count(41)))).isZero();
    }

    @Test
    void noValueAtAllIsAnEmptyChart() throws Exception {
        assertThat(texts(parse(plot()))).contains("x", "y");
        assertThat(texts(parse(plot().logX().logY().series("a", new double[] {0}, new double[] {0}))))
                .contains("a");
    }

    @Test
    void numbersAreWrittenAlikeInAllCountries() throws Exception {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            Document svg = parse(plot().series("a", new double[] {0, 10}, new double[] {0, 50}));
            assertThat(paths(svg, "series-1")).contains(CORNERS);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void xAndYMustBeAsMany() {
        assertThatThrownBy(() -> plot().series("odd", new double[2], new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("odd has 2 x and 3 y");
    }

    @Test
    void aPageHasTitleAndBody() {
        String page = Page.html("a < b", "<p>hello</p>");
        assertThat(page)
                .contains("<title>a &lt; b</title>", "<h1>a &lt; b</h1>", "<p>hello</p>")
                .doesNotContain("${", "<script", "http");
    }

    private static Plot plot() {
        return new Plot("title", "x", "y");
    }

    private static double[] count(int size) {
        return IntStream.range(0, size).asDoubleStream().toArray();
    }

    private static Document parse(Plot plot) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(plot.svg().getBytes(StandardCharsets.UTF_8)));
    }

    private static long dots(Plot plot) throws Exception {
        return elements(parse(plot), "circle").size();
    }

    private static List<String> texts(Document svg) {
        return elements(svg, "text").stream().map(Element::getTextContent).toList();
    }

    private static List<String> paths(Document svg, String group) {
        return elements(svg, "path").stream()
                .filter(path -> path.getParentNode() instanceof Element parent
                        && parent.getAttribute("class").equals(group))
                .map(path -> path.getAttribute("d"))
                .toList();
    }

    private static List<Element> elements(Document svg, String name) {
        NodeList found = svg.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }
}
