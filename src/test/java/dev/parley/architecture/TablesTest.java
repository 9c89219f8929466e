package dev.parley.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Checks that a chapter's SQL names its own tables only, besides views, which migrations make for
 * all, and that SQL goes through {@code base.sql}. What does not do so yet is listed here; the
 * lists may only become shorter.
 */
class TablesTest {
  /** The chapters and their tables. */
  private static final Map<String, Set<String>> TABLES =
      lists(
          """
          account: user_avatar users
          announcement: announcement announcement_told
          attachment: attachment attachment_part attachment_thumbnail attachment_usage
          audit: audit
          config: setting
          connection: block connection_ledger deleted_connection user_connection
          conversation: conversation conversation_member conversation_news conversation_picture draft
          invitation: connection_link connection_link_use
          journal: journal_event journal_head
          message: message message_edit message_reaction
          notification: notification
          presence: last_seen
          search: message_text message_text_progress
          signin: refresh_token sign_in throttle ws_ticket
          sso: sso_identity sso_logout sso_sign_in sso_used_token
          token: one_time_token signing_key
          userimport: user_import user_import_line
          webpush: push_key push_subscription
          """);

  /** The chapters whose SQL names tables of others. */
  private static final Map<String, Set<String>> TABLES_OF_OTHERS =
      lists(
          """
          announcement: users
          attachment: conversation_member
          connection: connection_link connection_link_use users
          conversation: message user_connection users
          message: conversation conversation_member draft users
          monitoring: conversation user_connection users
          notification: block message users
          people: block user_connection users
          person: block user_connection users
          presence: conversation conversation_member user_connection users
          search: conversation conversation_member message
          signin: users
          sso: sign_in
          token: users
          webpush: block conversation conversation_member message notification sign_in users
          """);

  /** The chapters whose classes use {@code createNativeQuery}. */
  private static final Map<String, Set<String>> NATIVE_QUERIES =
      lists(
          """
          account: AccountDeletionService AccountListService AccountLock AccountService
          account: Administrators AvatarResource Profiles
          announcement: AnnouncementJournalService AnnouncementService Announcements
          audit: AuditLogService AuditService
          config: SettingStoreService
          connection: BlockService ConnectionCounts ConnectionLists ConnectionRepository
          connection: ConnectionsOfDeletedUsers Consent DeletedConnections Ledger MutualCounts
          connection: PairLedger PairLocks PairViews RelationListService
          invitation: LinkRedemptionService LinkService
          journal: SnapshotService
          monitoring: TotalsService
          notification: NotificationService
          people: Directory PeopleService
          person: PersonViews UserLookup
          signin: ExternalTokenSignInService SetupService SignInAttempts SignInList
          signin: SignInService SignInUpkeepService ThrottleService TicketService
          sso: IdentityService KnownIdentities ProgramSignInService SignedInElsewhere
          sso: SsoSignInService UsedTokens
          token: OneTimeTokenService SigningKeyService
          userimport: ImportRepository
          """);

  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
  private static final Pattern CREATED = Pattern.compile("(?m)^create (?:unlogged )?table (\\w+)");

  /** A table after the word before it, or after the comma that follows another one. */
  private static final Pattern NAMED =
      Pattern.compile(
          "\\b(?:from|join|update|into|using|table)\\s+(?:only\\s+)?"
              + "(\\w+\\b(?!\\s*[.(])(?:(?:\\s+as)?\\s+\\w+)?(?:\\s*,\\s*\\w+(?:(?:\\s+as)?\\s+\\w+)?)*)");

  @Test
  void every_table_has_a_chapter() throws IOException {
    assertThat(ownerOf().keySet()).isEqualTo(tablesOfMigrations());
  }

  @Test
  void sql_names_tables_of_its_own_chapter() {
    Map<String, String> owner = ownerOf();
    Map<String, Set<String>> found = new TreeMap<>();
    for (SourceFile file : SourceFile.all()) {
      file.texts().stream()
          .flatMap(text -> named(text, owner.keySet()).stream())
          .filter(table -> !owner.get(table).equals(file.chapter()))
          .forEach(
              table -> found.computeIfAbsent(file.chapter(), at -> new TreeSet<>()).add(table));
    }
    assertThat(found).isEqualTo(TABLES_OF_OTHERS);
  }

  @Test
  void sql_goes_through_one_class() {
    Map<String, Set<String>> found =
        SourceFile.all().stream()
            .filter(file -> file.source().contains(".createNativeQuery("))
            .collect(
                Collectors.groupingBy(
                    SourceFile::chapter,
                    TreeMap::new,
                    Collectors.mapping(SourceFile::type, Collectors.toCollection(TreeSet::new))));
    assertThat(found).isEqualTo(NATIVE_QUERIES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "select 1 from users | users",
        "select 1 from users u, message as m join block b on true | block message users",
        "with x as (insert into block values (1)) delete from message m using users | block message users",
        "update users set name = 'x' | users",
        "select now() is distinct from message.at from x for update of message | ''",
        "Removed from users_of_old | ''"
      })
  void tables_are_found_where_sql_names_them(String sql, String tables) {
    assertThat(String.join(" ", named(sql, Set.of("users", "message", "block")))).isEqualTo(tables);
  }

  private static Set<String> named(String sql, Set<String> tables) {
    return NAMED
        .matcher(sql)
        .results()
        .flatMap(names -> Stream.of(names.group(1).split("\\s*,\\s*")))
        .map(name -> name.split("\\s+")[0])
        .filter(tables::contains)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, String> ownerOf() {
    Map<String, String> owner = new TreeMap<>();
    TABLES.forEach((chapter, tables) -> tables.forEach(table -> owner.put(table, chapter)));
    return owner;
  }

  private static Set<String> tablesOfMigrations() throws IOException {
    try (Stream<Path> files = Files.list(MIGRATIONS)) {
      return files
          .flatMap(file -> CREATED.matcher(read(file)).results())
          .map(created -> created.group(1))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lines of a chapter, a colon and names; the lines of a chapter are added to each other. */
  private static Map<String, Set<String>> lists(String lines) {
    Map<String, Set<String>> lists = new TreeMap<>();
    for (String line : lines.lines().toList()) {
      String[] words = line.split(":? ");
      lists
          .computeIfAbsent(words[0], chapter -> new TreeSet<>())
          .addAll(Arrays.asList(words).subList(1, words.length));
    }
    return lists;
  }
}
