package org.dicomgateway.spoke;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Each station knows the next one's door and nothing behind it. */
@AnalyzeClasses(
    packages = "org.dicomgateway.spoke",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule stationsKnowTheNextOneOnly =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("receive")
          .definedBy("..spoke.receive..")
          .layer("spool")
          .definedBy("..spoke.spool..")
          .layer("route")
          .definedBy("..spoke.route..")
          .layer("change")
          .definedBy("..spoke.change..")
          .layer("versions")
          .definedBy("..spoke.versions..")
          .layer("database")
          .definedBy("..spoke.database..")
          .layer("destination")
          .definedBy("..spoke.destination..")
          .layer("prepare")
          .definedBy("..spoke.prepare..")
          .layer("forward")
          .definedBy("..spoke.forward..")
          .layer("send")
          .definedBy("..spoke.send..")
          .layer("admin")
          .definedBy("..spoke.admin..")
          .layer("modality")
          .definedBy("..spoke.modality..")
          .layer("log")
          .definedBy("..spoke.log..")
          .layer("doctor")
          .definedBy("..spoke.doctor..")
          .layer("security")
          .definedBy("..spoke.security..")
          .layer("config")
          .definedBy("..spoke.config..")
          .layer("cli")
          .definedBy("..spoke.cli..")
          .whereLayer("receive")
          .mayOnlyBeAccessedByLayers("admin", "config")
          .whereLayer("spool")
          .mayOnlyBeAccessedByLayers(
              "receive",
              "modality",
              "route",
              "destination",
              "prepare",
              "forward",
              "send",
              "admin",
              "config")
          .whereLayer("versions")
          .mayOnlyBeAccessedByLayers("modality", "route", "destination", "admin", "config", "cli")
          .whereLayer("database")
          .mayOnlyBeAccessedByLayers("route", "forward", "send")
          .whereLayer("destination")
          .mayOnlyBeAccessedByLayers(
              "route", "prepare", "forward", "send", "admin", "config", "cli", "doctor")
          .whereLayer("route")
          .mayOnlyBeAccessedByLayers("receive", "admin", "config", "cli")
          .whereLayer("change")
          .mayOnlyBeAccessedByLayers("route", "destination", "prepare", "forward", "send")
          .whereLayer("prepare")
          .mayOnlyBeAccessedByLayers("config")
          .whereLayer("forward")
          .mayOnlyBeAccessedByLayers("route", "prepare", "admin", "config")
          .whereLayer("send")
          .mayOnlyBeAccessedByLayers("config")
          .whereLayer("admin")
          .mayOnlyBeAccessedByLayers("config")
          .whereLayer("modality")
          .mayOnlyBeAccessedByLayers("receive", "route", "admin", "config")
          .whereLayer("log")
          .mayOnlyBeAccessedByLayers("doctor", "admin", "config")
          .whereLayer("doctor")
          .mayOnlyBeAccessedByLayers("admin", "config", "cli")
          .whereLayer("security")
          .mayOnlyBeAccessedByLayers("admin", "config", "cli")
          .whereLayer("config")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("org.dicomgateway.spoke.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule springServesHttpOnly =
      noClasses()
          .that()
          .resideOutsideOfPackages("..spoke.config..", "..spoke.admin..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..");

  @ArchTest
  static final ArchRule theHubIsReachedByTheWireOnly =
      noClasses().should().dependOnClassesThat().resideInAnyPackage("org.dicomgateway.hub..");
}
