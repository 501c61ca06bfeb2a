package org.dicomgateway.hub;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Dependencies run one way: docs/architecture.md, Parts. */
@AnalyzeClasses(
    packages = "org.dicomgateway.hub",
    importOptions = ImportOption.DoNotIncludeTests.class)
class DependencyDirectionTest {
  private static final String HUB = "org.dicomgateway.hub.";
  private static final List<String> STATIONS =
      List.of(
          "ingest",
          "archive",
          "index",
          "reading",
          "dicomweb",
          "web",
          "admin",
          "security",
          "config",
          "cli");

  @ArchTest static final ArchRule indexKnowsNoStation = knowsOnly("index");
  @ArchTest static final ArchRule archiveKnowsNoStation = knowsOnly("archive");
  @ArchTest static final ArchRule securityKnowsNoStation = knowsOnly("security");

  @ArchTest
  static final ArchRule ingestArchivesAndIndexes =
      knowsOnly("ingest", "archive", "index", "security");

  @ArchTest static final ArchRule readingKnowsTheIndex = knowsOnly("reading", "index");
  @ArchTest static final ArchRule dicomwebReads = knowsOnly("dicomweb", "index", "reading");

  @ArchTest
  static final ArchRule adminAsksTheIndex =
      knowsOnly("admin", "index", "archive", "reading", "security");

  @ArchTest
  static final ArchRule configKnowsAllButTheCommands =
      knowsOnly(
          "config",
          "ingest",
          "archive",
          "index",
          "reading",
          "dicomweb",
          "web",
          "admin",
          "security");

  @ArchTest
  static final ArchRule noCircles = slices().matching(HUB + "(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule springServesHttpAndNothingElse =
      noClasses()
          .that(are("security", "archive", "reading", "cli"))
          .should()
          .dependOnClassesThat(resideInAPackage("org.springframework.."));

  @ArchTest
  static final ArchRule ingestKnowsSpringInItsControllerOnly =
      noClasses()
          .that(are("ingest"))
          .and(DescribedPredicate.not(simpleNameEndingWith("Controller")))
          .should()
          .dependOnClassesThat(resideInAPackage("org.springframework.."));

  @ArchTest
  static final ArchRule indexTakesItsSqlClientAlone =
      classes()
          .that(are("index"))
          .should()
          .onlyDependOnClassesThat(
              resideInAPackage("org.springframework.jdbc..")
                  .or(resideInAPackage("org.springframework.transaction.."))
                  .or(DescribedPredicate.not(resideInAPackage("org.springframework.."))));

  private static DescribedPredicate<JavaClass> are(String... stations) {
    return Arrays.stream(stations)
        .map(station -> resideInAPackage(HUB + station + ".."))
        .reduce((one, other) -> one.or(other))
        .orElseThrow();
  }

  private static ArchRule knowsOnly(String station, String... others) {
    List<String> known = Stream.concat(Stream.of(station), Stream.of(others)).toList();
    String[] strangers =
        STATIONS.stream()
            .filter(name -> !known.contains(name))
            .map(name -> HUB + name + "..")
            .toArray(String[]::new);
    return noClasses()
        .that(are(station))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(strangers);
  }
}
