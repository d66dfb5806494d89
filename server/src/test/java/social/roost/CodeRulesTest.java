package social.roost;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the code to the habits in CONTRIBUTING.md that can be counted. */
class CodeRulesTest {
    private static final int MOST_PARAMETERS = 6;
    private static final int MOST_LINES = 400;

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(PackageOrder.ROOT);

    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .importPackages(PackageOrder.ROOT);

    @Test
    void constructorsHaveAtMostSixParameters() {
        constructors()
                .that(describe("make no data", CodeRulesTest::makesNoData))
                .should(haveAtMostSixParameters())
                .check(CODE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"server", "loadgen", "trends-job", "e2e"})
    void filesHaveAtMost400Lines(String module) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("..", module, "src"))) {
            List<Path> code =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(code).isNotEmpty();
            for (Path file : code) {
                assertThat(Files.readAllLines(file).size())
                        .as("lines of %s", file)
                        .isLessThanOrEqualTo(MOST_LINES);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ports")
    void everyAdapterOfAPortRunsItsContract(JavaClass port) {
        List<JavaClass> runs = TESTS.stream()
                .filter(test -> !isAbstract(test) && runsContractOf(test, port))
                .toList();
        assertThat(adaptersOf(port))
                .isNotEmpty()
                .allSatisfy(adapter -> assertThat(runs)
                        .as("tests of %s that extend %sContract", adapter.getName(), port.getSimpleName())
                        .anyMatch(test -> uses(test, adapter)));
    }

    /** What {@code app/Stores} has adapters of. */
    static Stream<JavaClass> ports() {
        return CODE.stream()
                .filter(type -> type.getName().startsWith(PackageOrder.ROOT + ".app.Stores")
                        || type.getName().equals(PackageOrder.ROOT + ".app.Infrastructure"))
                .flatMap(type -> type.getFields().stream())
                .map(JavaField::getRawType)
                .filter(type -> type.isInterface() && !adaptersOf(type).isEmpty())
                .distinct();
    }

    private static Set<JavaClass> adaptersOf(JavaClass port) {
        return CODE.stream()
                .filter(type -> type.isAssignableTo(port.getName())
                        && PackageOrder.technology(type.getPackageName()).isPresent())
                .collect(toSet());
    }

    private static boolean runsContractOf(JavaClass test, JavaClass port) {
        return test.isAssignableTo(port.getName() + "Contract");
    }

    /** Whether a test, or what it or its contract sets up a test with, uses the adapter. */
    private static boolean uses(JavaClass test, JavaClass adapter) {
        return dependencies(test)
                .flatMap(used -> Stream.concat(
                        Stream.of(used), TESTS.contain(used.getName()) ? dependencies(used) : Stream.of()))
                .anyMatch(used -> used.getName().equals(adapter.getName()));
    }

    private static Stream<JavaClass> dependencies(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream().map(Dependency::getTargetClass);
    }

    private static boolean isAbstract(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.ABSTRACT);
    }

    private static boolean makesNoData(JavaMember constructor) {
        return !constructor.getOwner().isRecord() && !constructor.getOwner().isEnum();
    }

    private static ArchCondition<JavaConstructor> haveAtMostSixParameters() {
        return new ArchCondition<>("have at most six parameters") {
            @Override
            public void check(JavaConstructor constructor, ConditionEvents events) {
                if (constructor.getRawParameterTypes().size() > MOST_PARAMETERS) {
                    events.add(SimpleConditionEvent.violated(constructor, constructor.getDescription()));
                }
            }
        };
    }
}
