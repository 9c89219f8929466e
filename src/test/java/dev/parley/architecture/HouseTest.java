package dev.parley.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Who may import whom among the chapters of the house. Two chapters stand beside those that the
 * product names: {@code caller} (who asks, and the checks of input that no feature owns) and {@code
 * signin} (tokens and sign-ins, split off when {@code account} outgrew fifteen types). {@code
 * message} and {@code attachment} are split off from {@code conversation} likewise, and from {@code
 * admin} what grew into matters of their own: the {@code audit} log, {@code announcement}s, {@code
 * enrolment} of many people at once, and the {@code setting}s that change at run time, which
 * features read. {@code push} stands beside {@code notification}. Below them all are {@code
 * database}, which lends connections, and {@code media}, which makes pictures fit to be shown.
 */
@ArchTag("architecture")
@AnalyzeClasses(packages = "dev.parley", importOptions = HouseTest.MainClasses.class)
class HouseTest {
  private static final String ROOT = "dev.parley.";

  /** The application's own classes: no tests, no launcher. */
  static final class MainClasses implements com.tngtech.archunit.core.importer.ImportOption {
    @Override
    public boolean includes(com.tngtech.archunit.core.importer.Location location) {
      return new DoNotIncludeTests().includes(location) && !location.contains("/launcher/");
    }
  }

  @ArchTest static final ArchRule database_imports_nobody = chapter("database").mayImport();

  @ArchTest
  static final ArchRule a_transaction_has_one_connection =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + "database..", ROOT + "journal..", ROOT + "platform..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(javax.sql.DataSource.class)
          .because("a second connection beside that of JPA is held to the transaction's end");

  @ArchTest static final ArchRule problem_imports_nobody = chapter("problem").mayImport();

  @ArchTest
  static final ArchRule caller_knows_refusals_only = chapter("caller").mayImport("problem");

  @ArchTest
  static final ArchRule media_knows_no_feature = chapter("media").mayImport("problem", "caller");

  @ArchTest
  static final ArchRule journal_knows_no_feature =
      chapter("journal").mayImport("problem", "caller");

  @ArchTest
  static final ArchRule account_stands_on_the_journal =
      chapter("account").mayImport("problem", "caller", "media", "journal");

  @ArchTest
  static final ArchRule sign_ins_stand_on_accounts =
      chapter("signin").mayImport("problem", "caller", "journal", "account", "setting");

  @ArchTest
  static final ArchRule sso_stands_on_sign_ins =
      chapter("sso").mayImport("problem", "caller", "journal", "account", "signin");

  @ArchTest
  static final ArchRule connection_stands_on_accounts =
      chapter("connection").mayImport("problem", "caller", "journal", "account", "setting");

  @ArchTest
  static final ArchRule conversation_stands_on_connections =
      chapter("conversation")
          .mayImport("problem", "caller", "media", "journal", "account", "connection");

  @ArchTest
  static final ArchRule messages_stand_on_conversations =
      chapter("message")
          .mayImport(
              "problem",
              "caller",
              "journal",
              "account",
              "connection",
              "conversation",
              "attachment");

  @ArchTest
  static final ArchRule attachments_stand_on_conversations =
      chapter("attachment")
          .mayImport("problem", "caller", "media", "account", "conversation", "setting");

  @ArchTest
  static final ArchRule search_looks_down_on_messages =
      chapter("search").mayImport("problem", "caller", "connection", "conversation", "message");

  @ArchTest
  static final ArchRule notification_looks_down_on_messages =
      chapter("notification")
          .mayImport(
              "problem", "caller", "journal", "account", "connection", "conversation", "message");

  @ArchTest
  static final ArchRule presence_looks_down_on_conversations =
      chapter("presence")
          .mayImport("problem", "caller", "journal", "account", "connection", "conversation");

  @ArchTest
  static final ArchRule push_looks_down_on_what_it_tells =
      chapter("push")
          .mayImport(
              "problem",
              "caller",
              "account",
              "signin",
              "setting",
              "conversation",
              "attachment",
              "message",
              "notification",
              "presence");

  @ArchTest
  static final ArchRule nobody_waits_for_a_push =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + "push..", ROOT + "figures..", ROOT + "platform..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + "push..")
          .because("it hears of what has happened and nobody has to tell it");

  @ArchTest
  static final ArchRule settings_know_no_feature =
      chapter("setting").mayImport("problem", "caller");

  @ArchTest
  static final ArchRule announcements_are_audited =
      chapter("announcement").mayImport("problem", "caller", "journal", "account", "audit");

  @ArchTest
  static final ArchRule enrolments_make_accounts_and_are_audited =
      chapter("enrolment").mayImport("problem", "caller", "account", "audit");

  @ArchTest
  static final ArchRule the_audit_log_looks_down_on_what_it_notes =
      chapter("audit").mayImport("problem", "caller", "account", "signin", "sso", "message");

  @ArchTest
  static final ArchRule nobody_imports_the_outermost_chapters =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              ROOT + "live..", ROOT + "figures..", ROOT + "admin..", ROOT + "platform..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ROOT + "live..", ROOT + "figures..", ROOT + "admin..", ROOT + "platform..")
          .because("live, figures, admin and platform carry the others and are carried by nobody");

  @ArchTest
  static final ArchRule the_outermost_chapters_do_not_know_the_platform =
      noClasses()
          .that()
          .resideInAnyPackage(ROOT + "live..", ROOT + "figures..", ROOT + "admin..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + "platform..")
          .because("the platform carries every chapter, so it comes last");

  @ArchTest
  static final ArchRule live_does_not_know_who_watches_it =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "live..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT + "figures..", ROOT + "admin..")
          .because("who counts looks at what is counted");

  @ArchTest
  static final ArchRule figures_do_not_know_admin =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "figures..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + "admin..")
          .because("operators see them without it");

  @ArchTest
  static final ArchRule chapters_form_no_cycle =
      slices().matching(ROOT + "(*)..").should().beFreeOfCycles();

  private static Chapter chapter(String name) {
    return new Chapter(name);
  }

  private record Chapter(String name) {
    ArchRule mayImport(String... others) {
      String[] allowed =
          Stream.concat(Stream.of(name, "database"), Arrays.stream(others))
              .map(chapter -> ROOT + chapter + "..")
              .toArray(String[]::new);
      return noClasses()
          .that()
          .resideInAPackage(ROOT + name + "..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.parley..").and(not(resideInAnyPackage(allowed))))
          .allowEmptyShould(true)
          .because("a chapter builds on those below it: " + String.join(", ", others));
    }
  }
}
