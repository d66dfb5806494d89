package social.roost;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the code to the architecture: who may import whom, and which library belongs where. */
class PackageOrderTest {
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(PackageOrder.ROOT);

    @Test
    void theOrderIsTheOneThatIsPrinted() throws IOException {
        assertThat(printed("ARCHITECTURE.md", "(?m)^\\d+\\. `(\\w+)`")).isEqualTo(PackageOrder.ORDER);
        assertThat(printed("CONTRIBUTING.md", "(?m)^\\| `(\\w+)` \\|")).isEqualTo(PackageOrder.ORDER);
    }

    @Test
    void everyPackageHasItsPlaceInTheOrder() {
        assertThat(CODE)
                .isNotEmpty()
                .allSatisfy(
                        type -> assertThat(PackageOrder.ORDER).contains(PackageOrder.member(type.getPackageName())));
    }

    @Test
    void aPackageImportsOnlyThoseAboveItAndAdaptersAreSeenByAppOnly() {
        classes().should(followTheOrder()).check(CODE);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("social.roost.(*)..").should().beFreeOfCycles().check(CODE);
        slices().matching("social.roost.(**)").should().beFreeOfCycles().check(CODE);
    }

    @ParameterizedTest
    @CsvSource({
        "org.jdbi.., sql",
        "java.sql.., sql",
        "javax.sql.., sql",
        "org.flywaydb.., sql",
        "org.sqlite.., sqlite",
        "org.postgresql.., postgres",
        "com.zaxxer.., postgres",
        "com.datastax.., cassandra",
        "io.lettuce.., redis",
        "io.github.resilience4j.., driver gateway",
        "io.vertx.., http gateway vertx",
        "org.jsoup.., link",
        "com.ibm.icu.., text",
        "org.apache.lucene.., lucene",
        "org.opensearch.., opensearch",
        "java.awt.., image demo",
        "javax.imageio.., image demo",
        "org.apache.kafka.., kafka",
        "io.netty.., http",
        "com.password4j.., user",
        "jakarta.mail.., smtp",
        "org.eclipse.angus.., smtp",
        "picocli.., cli",
        "com.twitter.., text",
        "io.opentelemetry.., otel",
        "ch.qos.logback.., logback",
    })
    void aLibraryIsImportedInItsPlaceOnly(String library, String places) {
        List<String> allowed = List.of(places.split(" "));
        noClasses()
                .that(describe("are outside " + places, type -> allowed.stream().noneMatch(place -> isIn(type, place))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CODE);
    }

    /** What is stored has its codecs; the JSON of APIs is made above the domain. */
    @Test
    void theDomainKnowsNoJsonOfAnApi() {
        noClasses()
                .that(describe("belong to the domain", type -> PackageOrder.isDomain(type.getPackageName())))
                .and()
                .haveSimpleNameNotEndingWith("Codec")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson..")
                .check(CODE);
    }

    @Test
    void onlyRoutesMakeResponses() {
        noClasses()
                .that(describe(
                        "are outside http and no routes",
                        type -> !isIn(type, "http") && !type.getName().contains("Routes")))
                .should()
                .callMethodWhere(describe(
                        "makes a response",
                        (JavaMethodCall call) ->
                                call.getTargetOwner().getName().equals(PackageOrder.ROOT + ".http.Response")))
                .check(CODE);
    }

    @Test
    void classesAreNamedByWhatTheyAre() {
        classes()
                .should()
                .haveNameNotMatching(".*(Impl|Manager|Helper|Helpers|Util|Utils|Common)(\\$.*)?")
                .check(CODE);
    }

    @Test
    void theOrderItselfForbidsWhatItShould() {
        assertThat(PackageOrder.allows("social.roost.tweet", "social.roost.user"))
                .isTrue();
        assertThat(PackageOrder.allows("social.roost.user", "social.roost.tweet"))
                .isFalse();
        assertThat(PackageOrder.allows("social.roost.tweet.sql", "social.roost.event.sql"))
                .isTrue();
        assertThat(PackageOrder.allows("social.roost.tweet", "social.roost.tweet.sql"))
                .isFalse();
        assertThat(PackageOrder.allows("social.roost.timeline.memory", "social.roost.tweet.sql"))
                .isFalse();
        assertThat(PackageOrder.allows("social.roost.event.sql", "social.roost.driver.sql"))
                .isTrue();
        assertThat(PackageOrder.allows("social.roost.event", "social.roost.driver.sql"))
                .isFalse();
        assertThat(PackageOrder.allows("social.roost.event.sql", "social.roost.user"))
                .isFalse();
        assertThat(PackageOrder.allows("social.roost.app", "social.roost.tweet.sql"))
                .isTrue();
        assertThat(PackageOrder.allows("social.roost.tweet", "social.roost.http"))
                .isFalse();
        assertThat(PackageOrder.allows("social.roost.api", "social.roost.http")).isTrue();
        assertThat(PackageOrder.allows("social.roost.api", "social.roost.tweet"))
                .isTrue();
        assertThat(PackageOrder.allows("social.roost.live", "social.roost.api")).isFalse();
        assertThat(PackageOrder.allows("social.roost.app", "social.roost.cli")).isFalse();
        assertThat(PackageOrder.allows("social.roost.cli", "social.roost.timeline.memory"))
                .isFalse();
    }

    private static ArchCondition<JavaClass> followTheOrder() {
        return new ArchCondition<>("follow the order of packages") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    if (isOurs(target) && !PackageOrder.allows(type.getPackageName(), target.getPackageName())) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static boolean isOurs(JavaClass type) {
        return (type.getPackageName() + ".").startsWith(PackageOrder.ROOT + ".");
    }

    /** Whether one of the names of the class's package is this; SQL is for both its databases, and Main is the cli's. */
    private static boolean isIn(JavaClass type, String place) {
        List<String> names = List.of(type.getPackageName().split("\\."));
        return names.contains(place)
                || (place.equals("sql") && (names.contains("sqlite") || names.contains("postgres")))
                || (place.equals("cli") && type.getPackageName().equals(PackageOrder.ROOT));
    }

    private static List<String> printed(String file, String pattern) throws IOException {
        String text = Files.readString(Path.of("..").resolve(file));
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
