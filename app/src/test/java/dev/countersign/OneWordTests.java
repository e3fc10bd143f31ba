package dev.countersign;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;

/** One word serves as package, address, folder of templates, database schema, folder of migrations and prefix. */
@AnalyzeClasses(packages = "dev.countersign", importOptions = DoNotIncludeTests.class)
class OneWordTests {

    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final Pattern SCHEMA = Pattern.compile("CREATE SCHEMA (\\w+)");
    private static final Pattern OBJECT = Pattern.compile(
            "(?:CREATE (?:TABLE|SEQUENCE|FUNCTION|VIEW)|(?:INSERT INTO|UPDATE|DELETE FROM)) (\\w+)\\.\\w");
    private static final Pattern MIGRATION = Pattern.compile("V\\d{3}__[a-z_]+\\.sql");

    @Test
    void aSchemaIsCreatedByTheFolderOfItsName() {
        assertThat(migrations())
                .allSatisfy(file -> assertThat(found(SCHEMA, file)).isSubsetOf(folder(file)));
    }

    @Test
    void aMigrationMakesThingsOnlyInItsOwnSchema() {
        assertThat(migrations())
                .allSatisfy(file -> assertThat(found(OBJECT, file)).isSubsetOf(folder(file)));
    }

    @Test
    void aMigrationStandsInAModulesFolderUnderItsNumber() {
        assertThat(migrations()).allSatisfy(file -> {
            assertThat(file.getFileName().toString()).matches(MIGRATION);
            assertThat(ModuleTests.ORDER).contains(folder(file));
        });
    }

    @Test
    void aFolderOfTemplatesIsCalledLikeItsModule() {
        assertThat(children(RESOURCES.resolve("templates")).filter(Files::isDirectory))
                .extracting(folder -> folder.getFileName().toString())
                .filteredOn(name -> !name.equals("layout"))
                .isSubsetOf(ModuleTests.ORDER);
    }

    /** The desk only reads: it lays a picture below the address of what it pictures. */
    @ArchTest
    static void anAddressBeginsWithItsModule(JavaClasses all) {
        assertThat(all.stream().flatMap(OneWordTests::routes))
                .filteredOn(route ->
                        !route.module().equals("identity") && !route.module().equals("desk"))
                .allSatisfy(route -> assertThat(route.path()).matches("(/api)?/" + route.module() + "([/.].*)?"));
    }

    @ArchTest
    static void aConfigurationPropertyBeginsWithItsModule(JavaClasses all) {
        assertThat(all.stream().filter(type -> type.isAnnotatedWith(ConfigurationProperties.class)))
                .allSatisfy(type -> assertThat(type.getAnnotationOfType(ConfigurationProperties.class)
                                .value())
                        .startsWith("countersign." + module(type)));
    }

    private record Route(String module, String path) {}

    private static Stream<Route> routes(JavaClass type) {
        return type.getMethods().stream()
                .map(JavaMethod::reflect)
                .map(method -> AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class))
                .filter(mapping -> mapping != null)
                .flatMap(mapping -> Stream.of(mapping.path()))
                .map(path -> new Route(module(type), path));
    }

    private static String module(JavaClass type) {
        return type.getPackageName().replaceFirst("dev\\.countersign\\.(\\w+).*", "$1");
    }

    private static List<Path> migrations() {
        return children(RESOURCES.resolve("db").resolve("migration"))
                .flatMap(OneWordTests::children)
                .toList();
    }

    private static String folder(Path file) {
        return file.getParent().getFileName().toString();
    }

    private static Set<String> found(Pattern pattern, Path file) {
        try {
            return pattern.matcher(Files.readString(file))
                    .results()
                    .map(OneWordTests::word)
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String word(MatchResult match) {
        return match.group(1);
    }

    private static Stream<Path> children(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList().stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
