package dev.parley.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Who may import whom. The house has seven wings, each standing on those before it; a wing's
 * chapters stand on those of the same wing that are named here with them.
 */
@ArchTag("architecture")
@AnalyzeClasses(packages = "dev.parley", importOptions = HouseTest.MainClasses.class)
class HouseTest {
  private static final String ROOT = "dev.parley.";

  /** The wings from the ground up. */
  private static final List<Wing> WINGS =
      List.of(
          new Wing(
              "base",
              new Chapter("problem"),
              new Chapter("sql"),
              new Chapter("payara"),
              new Chapter("request", "problem"),
              new Chapter("media", "problem", "request"),
              new Chapter("config", "problem", "request"),
              new Chapter("journal", "problem", "sql", "request")),
          new Wing(
              "identity",
              new Chapter("account"),
              new Chapter("password", "account"),
              new Chapter("export", "account"),
              new Chapter("token", "account"),
              new Chapter("signin", "account", "password", "export", "token"),
              new Chapter("sso", "account", "export", "token", "signin")),
          new Wing(
              "consent",
              new Chapter("person"),
              new Chapter("connection", "person"),
              new Chapter("people", "person", "connection"),
              new Chapter("invitation", "person", "connection")),
          new Wing(
              "chat",
              new Chapter("conversation"),
              new Chapter("attachment", "conversation"),
              new Chapter("message", "conversation", "attachment"),
              new Chapter("search", "conversation", "message")),
          new Wing(
              "reach",
              new Chapter("presence"),
              new Chapter("notification"),
              new Chapter("webpush", "presence", "notification"),
              new Chapter("live", "presence")),
          new Wing(
              "administration",
              new Chapter("audit"),
              new Chapter("announcement", "audit"),
              new Chapter("userimport", "audit"),
              new Chapter("admin", "audit"),
              new Chapter("monitoring")),
          new Wing(
              "server",
              new Chapter("openapi"),
              new Chapter("transfer"),
              new Chapter("http", "openapi", "transfer"),
              new Chapter("platform", "http")));

  /** The application's own classes: no tests, no launcher. */
  static final class MainClasses implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return new DoNotIncludeTests().includes(location) && !location.contains("/launcher/");
    }
  }

  /** A wing and its chapters. */
  private record Wing(String name, Chapter... chapters) {
    String classes() {
      return ROOT + name + "..";
    }

    Stream<String> packages() {
      return Stream.of(chapters).map(chapter -> ROOT + name + "." + chapter.name());
    }
  }

  /** A chapter, and those of its wing that it may import. */
  private record Chapter(String name, String... mayImport) {}

  @ArchTest
  static void every_class_is_in_a_chapter(JavaClasses all) {
    classes()
        .should()
        .resideInAnyPackage(WINGS.stream().flatMap(Wing::packages).toArray(String[]::new))
        .because("the house has no other rooms")
        .check(all);
  }

  @ArchTest
  static void a_wing_stands_on_those_before_it(JavaClasses all) {
    IntStream.range(0, WINGS.size() - 1)
        .forEach(
            at ->
                noClasses()
                    .that()
                    .resideInAPackage(WINGS.get(at).classes())
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                        WINGS.stream().skip(at + 1L).map(Wing::classes).toArray(String[]::new))
                    .because("imports go down the ladder only")
                    .check(all));
  }

  @ArchTest
  static void a_chapter_stands_on_those_named_with_it(JavaClasses all) {
    for (Wing wing : WINGS) {
      for (Chapter chapter : wing.chapters()) {
        String own = ROOT + wing.name() + "." + chapter.name();
        String[] allowed =
            Stream.concat(
                    Stream.of(own),
                    Stream.of(chapter.mayImport()).map(other -> ROOT + wing.name() + "." + other))
                .toArray(String[]::new);
        noClasses()
            .that()
            .resideInAPackage(own)
            .should()
            .dependOnClassesThat(
                resideInAPackage(wing.classes()).and(not(resideInAnyPackage(allowed))))
            .because("the chapters of a wing have an order as well")
            .check(all);
      }
    }
  }

  @ArchTest
  static final ArchRule chapters_form_no_cycle =
      slices().matching(ROOT + "(*).(*)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nobody_waits_for_a_push =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + "reach.webpush", ROOT + "administration.monitoring")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + "reach.webpush")
          .because("it hears of what has happened and nobody has to tell it");

  @ArchTest
  static final ArchRule notifications_are_changed_after_all_else =
      methods()
          .that(haveAParameterWith(Observes.class))
          .and()
          .areDeclaredInClassesThat()
          .resideInAPackage(ROOT + "reach.notification")
          .should(ArchCondition.from(haveAParameterWith(Priority.class)))
          .because("locks are taken in one order, and observers without a priority in any");

  @ArchTest
  static final ArchRule a_transaction_has_one_connection =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              ROOT + "base.sql", ROOT + "base.journal", ROOT + "base.payara", ROOT + "server..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(javax.sql.DataSource.class)
          .because("a second connection beside that of JPA is held to the transaction's end");

  @ArchTest
  static final ArchRule the_server_is_reached_by_name_in_one_chapter =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "base.payara")
          .and()
          .doNotHaveFullyQualifiedName(ROOT + "server.platform.InstallCheck") // looks for a driver
          .should()
          .callMethod(Class.class, "forName", String.class)
          .orShould()
          .callMethod(Class.class, "forName", String.class, boolean.class, ClassLoader.class)
          .orShould()
          .callMethod(java.lang.reflect.AccessibleObject.class, "setAccessible", boolean.class)
          .orShould()
          .callMethod(java.lang.reflect.Field.class, "setAccessible", boolean.class)
          .because("what the server hides changes with its version");

  private static DescribedPredicate<JavaMethod> haveAParameterWith(
      Class<? extends Annotation> annotation) {
    return DescribedPredicate.describe(
        "have a parameter with @" + annotation.getSimpleName(),
        method ->
            method.getParameters().stream()
                .anyMatch(parameter -> parameter.isAnnotatedWith(annotation)));
  }
}
