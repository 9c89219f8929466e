package dev.parley.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.enterprise.event.Event;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each sort of class may touch, and what classes are called. */
@ArchTag("architecture")
@AnalyzeClasses(packages = "dev.parley", importOptions = HouseTest.MainClasses.class)
class StyleTest {
  private static final String[] FEATURES = {
    "dev.parley.base.journal..",
    "dev.parley.base.media..",
    "dev.parley.identity..",
    "dev.parley.consent..",
    "dev.parley.chat..",
    "dev.parley.reach.notification..",
    "dev.parley.reach.presence..",
    "dev.parley.reach.webpush..",
    "dev.parley.administration.."
  };

  /** Chapters with facts that no sealed interface holds together yet; the list only shrinks. */
  private static final Set<String> FACTS_APART =
      Set.of("dev.parley.base.request", "dev.parley.identity.sso");

  private static final Pattern RIDDLES =
      Pattern.compile(
          "Brakes?|Couriers?|Desks?|Findings?|Heralds?|Keyrings?|Lanes?|Letters?|Names|Partings?"
              + "|Places?|Pulses?|Pumps?|Relations|Rows|Severances?|Standings?|Turns?|Wanted"
              + "|Whence|Wires?");

  /** The riddles that are left; the list only shrinks. */
  private static final Set<String> RIDDLES_LEFT = Set.of("Keyring", "Keyrings", "Place");

  /** The names that are left to two types; the list only shrinks. */
  private static final Set<String> NAMED_TWICE = Set.of("Act");

  @ArchTest
  static final ArchRule entities_stay_in_their_package =
      classes()
          .that()
          .areAnnotatedWith(Entity.class)
          .should()
          .bePackagePrivate()
          .andShould(beUsedInTheirOwnPackageOnly())
          .because("a chapter shows others its views, never its rows");

  @ArchTest
  static final ArchRule repositories_stay_in_their_package =
      classes()
          .that()
          .haveNameMatching(".*\\.(Ledger|\\w+Repository)")
          .should()
          .bePackagePrivate()
          .because("whoever reads another chapter's tables goes around its rules");

  @ArchTest
  static final ArchRule rest_is_spoken_by_resources_only =
      noClasses()
          .that()
          .haveNameNotMatching(".*Resource(\\$.*)?")
          .and()
          .doNotHaveFullyQualifiedName(
              "dev.parley.identity.signin.RefreshCookie") // the resource's cookie
          .and()
          .resideOutsideOfPackages(
              "dev.parley.base.problem..", "dev.parley.base.request..", "dev.parley.server..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.ws.rs..")
          .because("rules are the same over REST and WebSocket");

  @ArchTest
  static final ArchRule sockets_are_known_to_live_only =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.parley.reach.live..", "dev.parley.base.payara..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.websocket..")
          .because("services fire events and know of no socket");

  @ArchTest
  static final ArchRule transactions_begin_in_services =
      classes()
          .that(carryOrHoldTransactional())
          .and()
          .doNotHaveFullyQualifiedName(
              "dev.parley.base.journal.JournalWriting") // goes around services
          .should()
          .haveSimpleNameEndingWith("Service")
          .because("one sees in a name where a transaction begins");

  @ArchTest
  static void facts_of_a_chapter_are_records_of_one_sealed_interface(JavaClasses all) {
    Set<String> apart = new TreeSet<>();
    all.stream()
        .flatMap(type -> type.getFields().stream())
        .filter(field -> field.getRawType().isEquivalentTo(Event.class))
        .map(field -> (JavaParameterizedType) field.getType())
        .<Class<?>>map(field -> field.getActualTypeArguments().get(0).toErasure().reflect())
        .collect(Collectors.groupingBy(Class::getPackageName, Collectors.toSet()))
        .forEach(
            (chapter, facts) -> {
              if (facts.size() > 1 && !areRecordsOfOneSealedInterface(facts)) {
                apart.add(chapter);
              }
            });
    assertThat(apart).isEqualTo(FACTS_APART);
  }

  private static boolean areRecordsOfOneSealedInterface(Set<Class<?>> facts) {
    Set<Class<?>> sealed =
        facts.stream()
            .flatMap(fact -> Stream.of(fact.getInterfaces()))
            .filter(Class::isSealed)
            .collect(Collectors.toSet());
    return sealed.size() == 1
        && facts.stream()
            .allMatch(fact -> fact.isRecord() && List.of(fact.getInterfaces()).containsAll(sealed));
  }

  @ArchTest
  static final ArchRule names_say_what_a_class_is =
      noClasses()
          .should()
          .haveNameMatching(".*(Impl|Utils?|Helper|Manager|Dto|DTO)(\\$.*)?")
          .because("such a name says nothing of the domain");

  @ArchTest
  static void names_are_terms_that_anybody_knows(JavaClasses all) {
    assertThat(all.stream().map(JavaClass::getSimpleName).filter(RIDDLES.asMatchPredicate()))
        .as("types whose name says what they are only to those who made it up")
        .containsExactlyInAnyOrderElementsOf(RIDDLES_LEFT);
  }

  @ArchTest
  static void no_two_types_have_the_same_simple_name(JavaClasses all) {
    Map<String, Long> times =
        all.stream()
            .map(JavaClass::getSimpleName)
            .filter(name -> !name.isEmpty() && !name.equals("package-info"))
            .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
    times.values().removeIf(time -> time == 1);
    assertThat(times.keySet()).isEqualTo(NAMED_TWICE);
  }

  @ArchTest
  static final ArchRule packages_are_chapters_not_layers =
      noClasses()
          .should()
          .resideInAnyPackage(
              "..util..",
              "..utils..",
              "..common..",
              "..dto..",
              "..impl..",
              "..service..",
              "..controller..",
              "..model..",
              "..repository..")
          .because("a chapter that grows is split into chapters");

  @ArchTest
  static final ArchRule features_know_no_status_codes =
      noClasses()
          .that()
          .resideInAnyPackage(FEATURES)
          .should()
          .callMethod(
              dev.parley.base.problem.Problems.class,
              "status",
              dev.parley.base.problem.ProblemKind.class)
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("jakarta.ws.rs.core.Response$Status")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo("jakarta.ws.rs.WebApplicationException")
          .because("a refusal is a word; the problem chapter knows its number");

  @ArchTest
  static final ArchRule time_comes_from_the_injected_clock =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.parley.server.platform.SystemClock")
          .should()
          .callMethodWhere(DescribedPredicate.describe("what time it is", StyleTest::asksTheTime))
          .orShould()
          .callConstructor(Date.class)
          .because("a test can then say what time it is");

  @ArchTest
  static final ArchRule moments_are_instants =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.parley.identity.token..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName(Date.class.getName())
          .because("only the minting of tokens is made to use the old class by its library");

  @ArchTest
  static final ArchRule moments_know_no_place =
      noClasses()
          .that()
          .resideInAnyPackage(FEATURES)
          .should()
          .dependOnClassesThat()
          .areAssignableTo(LocalDateTime.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(LocalDate.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(ZonedDateTime.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(OffsetDateTime.class)
          .because("times are UTC everywhere: " + Instant.class.getSimpleName());

  private static boolean asksTheTime(JavaMethodCall call) {
    String name = call.getTarget().getName();
    return name.equals("now") && call.getTarget().getRawParameterTypes().isEmpty()
        || name.equals("currentTimeMillis")
        || call.getTargetOwner().isAssignableTo(Clock.class)
            && (name.startsWith("system") || name.startsWith("tick"));
  }

  private static DescribedPredicate<JavaClass> carryOrHoldTransactional() {
    Class<? extends Annotation> transactional = Transactional.class;
    return DescribedPredicate.describe(
        "carry @Transactional",
        c ->
            c.isAnnotatedWith(transactional)
                || c.getMethods().stream().anyMatch(m -> m.isAnnotatedWith(transactional)));
  }

  private static ArchCondition<JavaClass> beUsedInTheirOwnPackageOnly() {
    return new ArchCondition<>("be used in their own package only") {
      @Override
      public void check(JavaClass entity, ConditionEvents events) {
        entity.getDirectDependenciesToSelf().stream()
            .filter(use -> !use.getOriginClass().getPackage().equals(entity.getPackage()))
            .forEach(
                use -> events.add(SimpleConditionEvent.violated(entity, use.getDescription())));
      }
    };
  }
}
