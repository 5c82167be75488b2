package kz.ortaq.bench;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.ortaq.config.SettingsReader;
import kz.ortaq.server.Main;
import org.junit.jupiter.api.Test;

/** The walls of the house, as ARCHITECTURE.md draws them. */
class ArchitectureTest {

    private static final Path ROOT = Path.of(System.getProperty("ortaq.root"));
    private static final int LONGEST = 300;
    private static final Pattern NAME = Pattern.compile("`([A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)+)(?:\\.java)?`");
    private static final JavaClasses HOUSE = house();

    private static JavaClasses house() {
        // The extractor is on no other module's class path, so its classes are read where they were compiled.
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPaths(Stream.of(
                                "config",
                                "indexer/letters",
                                "indexer/records",
                                "indexer/analysis",
                                "indexer/extractor",
                                "indexer/engine",
                                "harvesters",
                                "search-server",
                                "bench")
                        .map(module -> ROOT.resolve(module).resolve("target/classes"))
                        .toArray(Path[]::new));
    }

    @Test
    void everyRoomImportsOnlyWhatItMay() {
        allows("kz.ortaq.config..");
        allows("kz.ortaq.analysis..");
        allows("kz.ortaq.letters..");
        allows("kz.ortaq.extractor..", "kz.ortaq.letters..");
        allows("kz.ortaq.records..", "kz.ortaq.config..");
        allows("kz.ortaq.harvesters..", "kz.ortaq.records..", "kz.ortaq.letters..", "kz.ortaq.config..");
        allows(
                "kz.ortaq.engine..",
                "kz.ortaq.records..",
                "kz.ortaq.analysis..",
                "kz.ortaq.letters..",
                "kz.ortaq.config..");
        allows(
                "kz.ortaq.server..",
                "kz.ortaq.engine..",
                "kz.ortaq.harvesters..",
                "kz.ortaq.records..",
                "kz.ortaq.analysis..",
                "kz.ortaq.letters..",
                "kz.ortaq.config..");
    }

    @Test
    void recordsKnowNeitherLuceneNorHttp() {
        never("kz.ortaq.records..", "org.apache.lucene..", "org.eclipse.jetty..", "java.net.http..");
    }

    @Test
    void theEngineKnowsNoJettyAndFetchesNothing() {
        never("kz.ortaq.engine..", "org.eclipse.jetty..", "java.net.http..");
    }

    @Test
    void luceneStaysInTheIndexAndTheAnalysis() {
        check(noClasses()
                .that(not(resideInAnyPackage("kz.ortaq.engine.index..", "kz.ortaq.analysis..", "kz.ortaq.bench..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.lucene.."));
    }

    @Test
    void tikaStaysInTheExtractor() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("kz.ortaq.extractor..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.tika.."));
    }

    @Test
    void onlyMainReadsSettings() {
        check(noClasses()
                .that(not(belongToAnyOf(Main.class, kz.ortaq.bench.Main.class, SettingsReader.class)))
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(SettingsReader.class));
    }

    @Test
    void noPackagesDependOnEachOther() {
        slices().matching("kz.ortaq.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> unmarked = HOUSE.stream()
                .map(JavaClass::getPackage)
                .filter(part -> part.tryGetAnnotationOfType("org.jspecify.annotations.NullMarked")
                        .isEmpty())
                .map(part -> part.getName())
                .filter(name -> !name.startsWith("gg.jte"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), unmarked);
    }

    @Test
    void noSourceIsLongerThanThreeHundredLines() throws IOException {
        List<String> longer = new ArrayList<>();
        for (Path file : sources()) {
            long lines = Files.readAllLines(file, StandardCharsets.UTF_8).size();
            if (lines > LONGEST) {
                longer.add(ROOT.relativize(file) + ": " + lines);
            }
        }
        assertEquals(List.of(), longer);
    }

    @Test
    void architectureNamesOnlyWhatExists() throws IOException {
        Set<String> known = new TreeSet<>();
        for (Path file : sources()) {
            known.add(String.valueOf(file.getFileName()).replace(".java", ""));
        }
        String text = Files.readString(ROOT.resolve("ARCHITECTURE.md"), StandardCharsets.UTF_8);
        Set<String> named = new TreeSet<>();
        Matcher matcher = NAME.matcher(text);
        while (matcher.find()) {
            named.add(matcher.group(1));
        }
        assertTrue(named.size() > 20, "ARCHITECTURE.md walks a record through the real classes: " + named);
        named.removeAll(known);
        assertEquals(Set.of(), named);
    }

    private static void allows(String room, String... others) {
        String[] allowed = Stream.concat(Stream.of(room), Stream.of(others)).toArray(String[]::new);
        check(classes()
                .that()
                .resideInAPackage(room)
                .should()
                .onlyDependOnClassesThat(not(resideInAnyPackage("kz.ortaq..")).or(resideInAnyPackage(allowed))));
    }

    private static void never(String room, String... others) {
        check(noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others));
    }

    private static void check(ArchRule rule) {
        rule.check(HOUSE);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !ROOT.relativize(path).toString().contains("target/"))
                    .sorted()
                    .toList();
        }
    }
}
