package dev.core7.examples.vendor;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The imports match the table in the README. */
@AnalyzeClasses(packages = "dev.core7.examples.vendor", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String VENDOR = "dev.core7.examples.vendor";

    @ArchTest
    static final ArchRule who_may_import_whom = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("start")
            .definedBy(VENDOR)
            .layer("api")
            .definedBy(VENDOR + ".api")
            .layer("store")
            .definedBy(VENDOR + ".store")
            .layer("access")
            .definedBy(VENDOR + ".access")
            .layer("http")
            .definedBy(VENDOR + ".http")
            .layer("json")
            .definedBy(VENDOR + ".json")
            .layer("error")
            .definedBy(VENDOR + ".error")
            .whereLayer("start")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("api")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("http")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("json")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("store")
            .mayOnlyBeAccessedByLayers("start", "api")
            .whereLayer("access")
            .mayOnlyBeAccessedByLayers("start", "api", "http")
            .whereLayer("error")
            .mayOnlyBeAccessedByLayers("api", "store", "access");
}
