package org.dicomgateway;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction;

/** Dependencies run one way: docs/architecture.md, Parts. */
@AnalyzeClasses(packages = "org.dicomgateway", importOptions = ImportOption.DoNotIncludeTests.class)
class DependencyDirectionTest {
  @ArchTest
  static final ArchRule dicomStandsOnTheJdkAlone =
      classes()
          .that()
          .resideInAPackage("org.dicomgateway.dicom..")
          .and()
          .resideOutsideOfPackage("org.dicomgateway.dicom.json..")
          .should()
          .onlyDependOnClassesThat(resideInAnyPackage("org.dicomgateway.dicom..", "java.."));

  @ArchTest
  static final ArchRule dicomJsonAddsAJsonLibrary =
      classes()
          .that()
          .resideInAPackage("org.dicomgateway.dicom.json..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage("org.dicomgateway.dicom..", "java..", "tools.jackson.."));

  @ArchTest static final ArchRule dimseKnowsDicomAndTls = knowsOnly("dimse", "dicom", "tls");

  @ArchTest static final ArchRule tlsKnowsNothing = knowsOnly("tls");

  @ArchTest
  static final ArchRule codecKnowsDicomOnly = knowsOnly("codec", "dicom").allowEmptyShould(true);

  @ArchTest static final ArchRule packKnowsHowToRestore = knowsOnly("pack", "codec", "dicom");

  @ArchTest static final ArchRule transferKnowsPacks = knowsOnly("transfer", "pack");

  @ArchTest static final ArchRule storageKnowsNothing = knowsOnly("storage");

  @ArchTest static final ArchRule tokenKnowsStorage = knowsOnly("token", "storage");

  @ArchTest static final ArchRule settingsKnowNothing = knowsOnly("settings");

  @ArchTest static final ArchRule consoleKnowsTokens = knowsOnly("console", "token");

  @ArchTest
  static final ArchRule noFramework =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.springframework..").or(resideInAPackage("picocli..")));

  @ArchTest
  static final ArchRule noCircles =
      slices().matching("org.dicomgateway.(*)..").should().beFreeOfCycles();

  private static ClassesShouldConjunction knowsOnly(String part, String... others) {
    String[] allowed = new String[others.length + 1];
    allowed[0] = "org.dicomgateway." + part + "..";
    for (int i = 0; i < others.length; i++) {
      allowed[i + 1] = "org.dicomgateway." + others[i] + "..";
    }
    return classes()
        .that()
        .resideInAPackage("org.dicomgateway." + part + "..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(allowed).or(not(resideInAPackage("org.dicomgateway.."))));
  }
}
