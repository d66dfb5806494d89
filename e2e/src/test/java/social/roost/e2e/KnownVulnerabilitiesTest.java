package social.roost.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A build that depends on a version with a known vulnerability fails (SECURITY, Libraries). The builds here inherit
 * from Roost's; nothing is downloaded for them, because one of their modules pretends to be the library.
 */
final class KnownVulnerabilitiesTest {
    private record Build(int exitCode, String output) {}

    @TempDir
    private Path folder;

    @Test
    void aVulnerableVersionFailsTheBuild() throws Exception {
        Build build = buildOn("4.2.14.Final");
        assertThat(build.exitCode()).as(build.output()).isNotZero();
        assertThat(build.output())
                .contains("Dependencies of planted have known vulnerabilities")
                .contains("io.netty:netty-codec-http2 4.2.14.Final: CVE-2026-47244")
                .doesNotContain("CVE-2023-44487");
    }

    @Test
    void aFixedVersionDoesNotAndAnOldListIsAWarning() throws Exception {
        LocalDate date = LocalDate.now(ZoneId.systemDefault()).minusDays(91);
        Build build = buildOn(
                "4.2.15.Final", list("io.netty:netty-codec-http2\n  CVE-1-1  %s  (,4.2.15)  test\n".formatted(date)));
        assertThat(build.exitCode()).as(build.output()).isZero();
        assertThat(build.output()).contains("[WARNING] The list of known vulnerabilities is 91 days old");
    }

    @Test
    void aVulnerablePackageOfTheWebClientFailsTheBuild() throws Exception {
        LocalDate date = LocalDate.now(ZoneId.systemDefault()).minusDays(90);
        Build build = maven(
                SourceTree.root().resolve("pom.xml"),
                "--non-recursive",
                list("npm:react\n  CVE-1-2  %s  [19.0.0,20.0.0)  test\n".formatted(date)));
        assertThat(build.exitCode()).as(build.output()).isNotZero();
        assertThat(build.output())
                .containsPattern("npm:react 19\\.\\S+: CVE-1-2")
                .doesNotContain("days old");
    }

    private String list(String text) throws IOException {
        return "-Droost.known-vulnerabilities=" + Files.writeString(folder.resolve("list"), text);
    }

    /** Builds a module that depends on this version of a library, which is a module next to it. */
    private Build buildOn(String version, String... options) throws Exception {
        String library = "<groupId>io.netty</groupId><artifactId>netty-codec-http2</artifactId><version>" + version
                + "</version>";
        write("library", library);
        write(
                "planted",
                "<artifactId>planted</artifactId><dependencies><dependency>" + library
                        + "</dependency></dependencies>");
        Path all = Files.writeString(folder.resolve("pom.xml"), """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>planted</groupId>
                  <artifactId>all</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                  <modules>
                    <module>library</module>
                    <module>planted</module>
                  </modules>
                </project>
                """);
        return maven(all, options);
    }

    private void write(String module, String content) throws IOException {
        Path place = Files.createDirectories(folder.resolve(module));
        Path root = SourceTree.root().toRealPath();
        Path parent = place.toRealPath().relativize(root.resolve("pom.xml"));
        Files.writeString(place.resolve("pom.xml"), """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <parent>
                <groupId>social.roost</groupId>
                <artifactId>roost</artifactId>
                <version>0.1.0-SNAPSHOT</version>
                <relativePath>%s</relativePath>
              </parent>
              %s
              <properties>
                <roost.root>%s</roost.root>
              </properties>
            </project>
            """.formatted(parent, content, root));
    }

    private static Build maven(Path pom, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of("mvn", "-B", "-o", "-f", pom.toString(), "process-classes"));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Build(process.waitFor(), output);
    }
}
