package dev.countersign;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.countersign.engine.Worker;
import dev.countersign.spelling.Sha256;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.ControllerAdvice;

/** What a class may be called, where it may stand, and what it may know. */
@AnalyzeClasses(packages = "dev.countersign", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    private static final Set<String> TELLING_TIME_BY_THEMSELVES =
            Set.of("now", "systemUTC", "systemDefaultZone", "system");

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Utils?|Helper|Manager|Dto|DTO|Mapper)")
            .because("such a name only says that there was no better one");

    @ArchTest
    static final ArchRule noPackageIsADrawerForEverything =
            noClasses().should().resideInAnyPackage("..common..", "..util..", "..utils..", "..helper..", "..shared..");

    @ArchTest
    static final ArchRule rulesArePure = noClasses()
            .that()
            .haveSimpleNameEndingWith("Rules")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "java.sql..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .because("a button and a guard must get the same answer from the same facts");

    @ArchTest
    static final ArchRule rowsTellNoNews = noClasses()
            .that()
            .haveSimpleNameEndingWith("Rows")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ApplicationEventPublisher.class)
            .because("what has to be told with a row is a Ledger's");

    @ArchTest
    static final ArchRule noMethodOfALedgerStandsAlone = methods()
            .that()
            .areDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Ledger")
            .and()
            .areNotPrivate()
            .and()
            .areNotStatic()
            .should()
            .beAnnotatedWith(Transactional.class)
            .orShould()
            .beDeclaredInClassesThat()
            .areAnnotatedWith(Transactional.class)
            .because("a row may only come with the deed that explains it");

    @ArchTest
    static final ArchRule controllersAreInsideTheirWebPackage = classes()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .or()
            .areAnnotatedWith(ControllerAdvice.class)
            .should()
            .resideInAPackage("dev.countersign.*.web")
            .andShould()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule workersAreInsideTheirProcessPackage = classes()
            .that(are(assignableTo(Worker.class)))
            .and()
            .areNotInterfaces()
            .should()
            .resideInAPackage("dev.countersign.*.process")
            .andShould()
            .bePackagePrivate()
            .andShould()
            .haveSimpleNameEndingWith("Worker");

    @ArchTest
    static final ArchRule onlyTheEngineKnowsCamunda = noClasses()
            .that(are(describe("outside engine", type -> !type.getPackageName().startsWith("dev.countersign.engine"))))
            .should()
            .dependOnClassesThat(resideInAPackage("io.camunda.."));

    @ArchTest
    static final ArchRule pagesKnowNoSql = noClasses()
            .that()
            .resideInAnyPackage("dev.countersign.*.web", "dev.countersign.*.process")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..");

    @ArchTest
    static final ArchRule timeComesFromTheInjectedClock = noClasses()
            .that(are(describe(
                    "neither Time nor local",
                    type -> !type.isEquivalentTo(Time.class)
                            && !type.getPackageName().startsWith("dev.countersign.local"))))
            .should()
            .callMethodWhere(describe("it tells the time without the clock", ArchitectureTests::tellsTimeByItself));

    @ArchTest
    static final ArchRule onlyALogInMakesAStepUp = noClasses()
            .that()
            .resideOutsideOfPackages("dev.countersign.identity..", "dev.countersign.local.demo")
            .should()
            .dependOnClassesThat(are(describe(
                    "the makings of a step-up",
                    type -> Set.of("StepUpLedger", "StepUp", "BroughtStepUp").contains(type.getSimpleName()))));

    /** What has no module stands outside of their order, so {@link ModuleTests} says nothing of it. */
    @ArchTest
    static final ArchRule theProductKnowsNoLocalStack = noClasses()
            .that()
            .resideOutsideOfPackage("dev.countersign.local..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.countersign.local..");

    @ArchTest
    static final ArchRule oneClassHashes = noClasses()
            .that()
            .doNotBelongToAnyOf(Sha256.class)
            .should()
            .callMethod(MessageDigest.class, "getInstance", String.class);

    @ArchTest
    static final ArchRule onlyTheEngineHandsOutUntypedMaps =
            classes().that().resideOutsideOfPackage("dev.countersign.engine..").should(handOutNoUntypedMap());

    @ArchTest
    static void everyPackageSaysWhatItOwnsAndThatNothingIsNull(JavaClasses all) {
        assertThat(packages(all))
                .filteredOn(type -> !type.isAnnotatedWith(NullMarked.class))
                .extracting(JavaPackage::getName)
                .as("packages whose package-info.java with @NullMarked is missing")
                .isEmpty();
    }

    private static List<JavaPackage> packages(JavaClasses all) {
        return Stream.concat(
                        Stream.of(all.getPackage("dev.countersign")),
                        all.getPackage("dev.countersign").getSubpackagesInTree().stream())
                .filter(some -> !some.getClasses().isEmpty())
                .toList();
    }

    private static boolean tellsTimeByItself(JavaMethodCall call) {
        MethodCallTarget target = call.getTarget();
        boolean ofTime = target.getOwner().getPackageName().equals("java.time")
                && TELLING_TIME_BY_THEMSELVES.contains(target.getName())
                && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        return ofTime || target.getFullName().equals("java.lang.System.currentTimeMillis()");
    }

    private static ArchCondition<JavaClass> handOutNoUntypedMap() {
        return new ArchCondition<>("have no Map<String, Object> in what others can call") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getCodeUnits().stream()
                        .filter(unit -> !unit.getModifiers().contains(JavaModifier.PRIVATE)
                                && !unit.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .filter(ArchitectureTests::isUntyped)
                        .forEach(unit -> events.add(SimpleConditionEvent.violated(unit, unit.getFullName())));
            }
        };
    }

    private static boolean isUntyped(JavaCodeUnit unit) {
        return Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream())
                .map(JavaType::getName)
                .anyMatch(name -> name.contains("Map<java.lang.String, java.lang.Object>"));
    }
}
