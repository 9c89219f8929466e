package dev.parley.base.config;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every key of Parley's configuration, with its default, its form and what it means. */
public enum ConfigurationKey {
  NAME("parley.name", "Parley", ValueForm.TEXT, "the name people see"),
  PORT("parley.port", "8080", ValueForm.PORT, "HTTP port of `mvn`"),
  DATA_DIR(
      "parley.data-dir", "target/parley-data", ValueForm.TEXT, "where the embedded database lives"),
  DB_URL(
      "parley.db.url",
      "",
      ValueForm.JDBC,
      "PostgreSQL 14 or newer (`jdbc:postgresql://…`); empty: an embedded one"),
  DB_USER("parley.db.user", "", ValueForm.ANY, "its user"),
  DB_PASSWORD("parley.db.password", "", ValueForm.ANY, "its password"),
  DB_WAIT(
      "parley.db.wait",
      "PT2M",
      ValueForm.DURATION,
      "how long a starting server waits for its database before it ends; `mvn` does not wait"),
  PUBLIC_URL(
      "parley.public-url",
      "http://localhost:8080",
      ValueForm.URL,
      "issuer of tokens, links, the allowed origin; `mvn` follows `parley.port`"),
  TRUSTED_PROXIES(
      "parley.trusted-proxies",
      "",
      ValueForm.PROXIES,
      "addresses and CIDR blocks, comma separated, whose `X-Forwarded-*` headers are believed"),
  ADMIN_USERNAME(
      "parley.admin.username",
      "",
      ValueForm.ANY,
      "makes the first administrator at start, once; empty: a one-time set-up link is printed"),
  ADMIN_PASSWORD("parley.admin.password", "", ValueForm.ANY, "that administrator's first password"),
  REGISTRATION("parley.registration", "open", ValueForm.OPEN_OR_CLOSED, "`open` or `closed`"),
  SSO_PROVIDERS(
      "parley.sso.providers",
      "",
      ValueForm.IDS,
      "providers of single sign-on: ids of your choice, of `a-z 0-9 -`, comma separated"),
  SSO_ISSUER(
      "parley.sso.<id>.issuer",
      "",
      ValueForm.ISSUER,
      "the provider's OpenID Connect issuer, as its tokens say it; needed for each provider"),
  SSO_CLIENT_ID(
      "parley.sso.<id>.client-id",
      "",
      ValueForm.ANY,
      "Parley's client there, a public one with PKCE; needed for each provider"),
  SSO_LABEL("parley.sso.<id>.label", "", ValueForm.ANY, "what its button says; empty: the id"),
  SSO_SCOPES("parley.sso.<id>.scopes", "openid profile", ValueForm.SCOPES, "what it is asked for"),
  SSO_ADMIN_GROUP(
      "parley.sso.<id>.admin-group",
      "",
      ValueForm.ANY,
      "the group there whose members administer Parley; empty: none"),
  SSO_GROUPS_CLAIM(
      "parley.sso.<id>.groups-claim", "groups", ValueForm.TEXT, "the claim that names groups"),
  PUSH_SUBJECT(
      "parley.push.subject",
      "",
      ValueForm.SUBJECT,
      "the operator's contact for push services, `mailto:…` or `https://…`; turns web push on; empty: none"),
  PUSH_SERVICES(
      "parley.push.services",
      "https://fcm.googleapis.com, https://updates.push.services.mozilla.com,"
          + " https://*.push.apple.com, https://*.notify.windows.com",
      ValueForm.ORIGINS,
      "the push services that are called, and no others: origins, comma separated, `*.` for any subdomain"),
  PASSWORD_MEMORY(
      "parley.password.memory-kib", "19456", ValueForm.POSITIVE, "argon2id memory in KiB"),
  PASSWORD_ITERATIONS("parley.password.iterations", "2", ValueForm.POSITIVE, "argon2id passes"),
  PASSWORD_CONCURRENCY(
      "parley.password.concurrency",
      "1",
      ValueForm.POSITIVE,
      "passwords that are hashed at the same time, each with a processor of its own"),
  PASSWORD_WAITING(
      "parley.password.waiting",
      "48",
      ValueForm.POSITIVE,
      "calls that may wait for their password's turn, half of them to sign in and half with a new one; more are told to come back"),
  ACCESS_LIFE(
      "parley.tokens.access",
      "PT10M",
      ValueForm.TOKEN_LIFE,
      "life of an access token, at most ten minutes"),
  REFRESH_IDLE(
      "parley.tokens.refresh-idle", "P14D", ValueForm.LIFE, "a sign-in unused for this long ends"),
  REFRESH_ABSOLUTE(
      "parley.tokens.refresh-absolute",
      "P90D",
      ValueForm.LIFE,
      "a sign-in ends after this long in any case"),
  KEY_LIFE(
      "parley.tokens.key-life",
      "P30D",
      ValueForm.KEY_LIFE,
      "how long a signing key signs, at least twenty seconds"),
  FRESH_SIGN_IN(
      "parley.tokens.fresh-sign-in",
      "PT5M",
      ValueForm.DURATION,
      "a sign-in this young needs no password to delete its account"),
  TICKET_LIFE("parley.tokens.ticket", "PT30S", ValueForm.LIFE, "life of a WebSocket ticket"),
  SETUP_LIFE(
      "parley.tokens.setup",
      "P1D",
      ValueForm.LIFE,
      "life of the set-up link, made anew at each start"),
  PASSWORD_RESET_LIFE(
      "parley.tokens.password-reset",
      "P1D",
      ValueForm.LIFE,
      "life of a link with which somebody chooses a new password"),
  OPS_PUBLIC(
      "parley.ops.public",
      "false",
      ValueForm.BOOLEAN,
      "whether everybody may read health, metrics and API documents"),
  OPS_PORT(
      "parley.ops.port",
      "",
      ValueForm.OPTIONAL_PORT,
      "loopback port on which `mvn` serves them to everybody on the machine; empty: none"),
  LOG_FORMAT(
      "parley.log-format",
      "text",
      ValueForm.TEXT_OR_JSON,
      "how `mvn` writes the log: `text`, or `json` with one object a line"),
  STOP_NOTICE(
      "parley.stop.notice",
      "PT0S",
      ValueForm.DURATION,
      "how long a stopping server, no longer ready, still takes requests so that balancers notice"),
  STOP_GRACE(
      "parley.stop.grace",
      "PT10S",
      ValueForm.DURATION,
      "how long a stopping server then waits for running requests"),
  JOURNAL_RETENTION("parley.journal.retention", "P30D", ValueForm.LIFE, "how long events are kept"),
  HEARTBEAT(
      "parley.live.heartbeat",
      "PT25S",
      ValueForm.PAUSE,
      "how often a live session is asked whether it is there"),
  PRESENCE_GRACE(
      "parley.presence.grace",
      "PT10S",
      ValueForm.DURATION,
      "how long somebody still counts as here after their last live session"),
  LOGINS_PER_ACCOUNT(
      "parley.limits.logins-per-account",
      "5",
      ValueForm.COUNT,
      "failed sign-ins to one account before waits begin"),
  LOGINS_PER_ADDRESS(
      "parley.limits.logins-per-address",
      "20",
      ValueForm.COUNT,
      "failed sign-ins from one address before waits begin"),
  REGISTRATIONS_PER_ADDRESS(
      "parley.limits.registrations-per-address",
      "20",
      ValueForm.COUNT,
      "registrations from one address in an hour, refused ones too"),
  SIGN_INS_PER_USER(
      "parley.limits.sign-ins-per-user",
      "100",
      ValueForm.COUNT,
      "sign-ins of a user; one more ends the one that was unused for longest"),
  SSO_WAIT(
      "parley.limits.sso-wait",
      "PT5S",
      ValueForm.LIFE,
      "how long a provider of single sign-on may take to answer"),
  SSO_CALLS(
      "parley.limits.sso-calls",
      "4",
      ValueForm.POSITIVE,
      "sign-ins that may wait for the same provider; more are told to come back"),
  SSO_KEY_REFRESHES(
      "parley.limits.sso-key-refreshes",
      "12",
      ValueForm.POSITIVE,
      "times in a minute that a provider is asked for a key that is not known"),
  PUSH_SUBSCRIPTIONS(
      "parley.limits.push-subscriptions",
      "20",
      ValueForm.COUNT,
      "browsers of a user that are pushed to; one more takes the place of the oldest"),
  PUSH_WAIT(
      "parley.limits.push-wait",
      "PT10S",
      ValueForm.LIFE,
      "how long a push service may take to answer"),
  PUSH_QUEUE(
      "parley.limits.push-queue",
      "2000",
      ValueForm.POSITIVE,
      "pushes that may wait for their service before further ones are dropped"),
  NOTIFICATIONS(
      "parley.limits.notifications",
      "1000",
      ValueForm.COUNT,
      "notifications of a user that are kept, the newest ones"),
  REQUESTS_PER_DAY(
      "parley.limits.requests-per-day",
      "100",
      ValueForm.COUNT,
      "connection requests a user may send in a day"),
  PENDING_REQUESTS(
      "parley.limits.pending-requests",
      "50",
      ValueForm.COUNT,
      "connection requests of a user that may be pending"),
  REQUEST_COOLDOWN(
      "parley.limits.request-cooldown",
      "P7D",
      ValueForm.WAIT,
      "wait after a rejection before asking again"),
  REQUEST_EXPIRY(
      "parley.limits.request-expiry",
      "P30D",
      ValueForm.WAIT,
      "a pending request ends after this long"),
  NOTE_LENGTH(
      "parley.limits.note-length", "300", ValueForm.POSITIVE, "characters of a request's note"),
  MUTUAL_FAN_OUT(
      "parley.limits.mutual-fan-out",
      "200",
      ValueForm.COUNT,
      "people told that their number of mutual connections with somebody changed"),
  CONNECTION_LINKS(
      "parley.limits.connection-links", "20", ValueForm.COUNT, "open connection links of a user"),
  LINKS_PER_DAY(
      "parley.limits.links-per-day",
      "100",
      ValueForm.COUNT,
      "connection links a user may make in a day"),
  BLOCKS("parley.limits.blocks", "5000", ValueForm.COUNT, "people that a user may block"),
  LINK_USES("parley.limits.link-uses", "1000", ValueForm.POSITIVE, "uses of one connection link"),
  MESSAGE_LENGTH(
      "parley.limits.message-length", "8000", ValueForm.POSITIVE, "characters of a message"),
  REACTIONS_PER_MESSAGE(
      "parley.limits.reactions-per-message",
      "50",
      ValueForm.COUNT,
      "different emoji that people may react to a message with"),
  VERSIONS_PER_MESSAGE(
      "parley.limits.versions-per-message",
      "50",
      ValueForm.COUNT,
      "earlier versions of a message that are kept, the newest ones"),
  GROUPS_PER_DAY(
      "parley.limits.groups-per-day", "100", ValueForm.COUNT, "groups a user may make in a day"),
  GROUP_MEMBERS("parley.limits.group-members", "1000", ValueForm.COUNT, "members of a group"),
  GROUP_FAN_OUT(
      "parley.limits.group-fan-out",
      "200",
      ValueForm.COUNT,
      "members of a group up to which each hears of each change at once"),
  GROUP_RECEIPTS(
      "parley.limits.group-receipts",
      "20",
      ValueForm.COUNT,
      "members of a conversation up to which they see how far the others have read"),
  SEND_BATCH(
      "parley.limits.send-batch", "64", ValueForm.POSITIVE, "messages that share one transaction"),
  SEND_QUEUE(
      "parley.limits.send-queue",
      "2000",
      ValueForm.POSITIVE,
      "messages that may wait for their transaction before senders are turned away"),
  SEND_WAIT(
      "parley.limits.send-wait",
      "PT10S",
      ValueForm.DURATION,
      "how long a sender waits for a message to be committed"),
  WRITES_PER_SECOND(
      "parley.limits.writes-per-second",
      "10",
      ValueForm.COUNT,
      "calls of a user that change something, in a second on a node"),
  WRITES_BURST(
      "parley.limits.writes-burst", "100", ValueForm.COUNT, "such calls they may make at once"),
  COSTLY_CALLS(
      "parley.limits.costly-calls",
      "8",
      ValueForm.COUNT,
      "searches, lists of people and snapshots of a user that a node answers at a time;"
          + " exports one at a time"),
  FRAMES_PER_SECOND(
      "parley.limits.frames-per-second",
      "20",
      ValueForm.COUNT,
      "frames a live session may send in a second"),
  FRAMES_BURST("parley.limits.frames-burst", "40", ValueForm.COUNT, "frames it may send at once"),
  LIVE_SESSIONS(
      "parley.limits.live-sessions-per-user",
      "20",
      ValueForm.COUNT,
      "open live sessions of a user on a node"),
  OUTBOUND_BYTES(
      "parley.limits.outbound-bytes",
      "262144",
      ValueForm.COUNT,
      "bytes that may wait for a slow live session"),
  OUTBOUND_FRAMES(
      "parley.limits.outbound-frames",
      "2000",
      ValueForm.COUNT,
      "frames that may wait for a slow live session"),
  TYPING_PAUSE(
      "parley.limits.typing-pause",
      "PT2S",
      ValueForm.DURATION,
      "wait before the same person's typing in a conversation is shown again"),
  JSON_BYTES("parley.limits.json-bytes", "65536", ValueForm.POSITIVE, "bytes of a JSON body"),
  BODY_WAIT(
      "parley.limits.body-wait",
      "PT10S",
      ValueForm.DURATION,
      "time in which the next part of a request's body must have come at the least rate"),
  ANSWER_WAIT(
      "parley.limits.answer-wait",
      "PT30S",
      ValueForm.DURATION,
      "time in which the next part of a large answer must have been taken at the least rate"),
  BODY_RATE(
      "parley.limits.body-rate",
      "1024",
      ValueForm.COUNT,
      "that least rate, in bytes a second; with 0 any byte in that time will do"),
  BODIES_PER_ADDRESS(
      "parley.limits.bodies-per-address",
      "256",
      ValueForm.COUNT,
      "bodies from and to one address that may be on their way at the same time"),
  AVATAR_BYTES("parley.limits.avatar-bytes", "2097152", ValueForm.POSITIVE, "bytes of an avatar"),
  PICTURE_TIME(
      "parley.limits.picture-time",
      "PT5S",
      ValueForm.DURATION,
      "time of the processor that one picture may take, after which it is not decoded"),
  PICTURES_AT_ONCE(
      "parley.limits.pictures-at-once",
      "10",
      ValueForm.COUNT,
      "uploaded pictures of a user that may be in work or wait for it"),
  IMPORT_LINES(
      "parley.limits.import-lines", "10000", ValueForm.COUNT, "people brought in by one file"),
  IMPORT_BYTES("parley.limits.import-bytes", "2097152", ValueForm.POSITIVE, "bytes of such a file"),
  ATTACHMENT_BYTES(
      "parley.limits.attachment-bytes", "10485760", ValueForm.POSITIVE, "bytes of an attachment"),
  ATTACHMENT_QUOTA(
      "parley.limits.attachment-quota",
      "1073741824",
      ValueForm.BYTES,
      "bytes of a user's attachments together"),
  ATTACHMENTS_PER_MESSAGE(
      "parley.limits.attachments-per-message",
      "10",
      ValueForm.POSITIVE,
      "attachments of a message"),
  ATTACHMENT_UNUSED(
      "parley.limits.attachment-unused",
      "PT24H",
      ValueForm.LIFE,
      "an attachment that no message took for this long is taken away");

  private final String key;
  private final String defaultValue;
  private final ValueForm form;
  private final String meaning;

  ConfigurationKey(String key, String defaultValue, ValueForm form, String meaning) {
    this.key = key;
    this.defaultValue = defaultValue;
    this.form = form;
    this.meaning = meaning;
  }

  public String key() {
    return key;
  }

  public String defaultValue() {
    return defaultValue;
  }

  public String meaning() {
    return meaning;
  }

  /** The environment variable of the same meaning, such as {@code PARLEY_DB_URL}. */
  public String environmentName() {
    return ProviderConfigurationKeys.environmentName(key);
  }

  /**
   * The first wrong value as a sentence that names its key; keys under {@code parley.} that do not
   * exist are wrong.
   */
  public static Optional<String> firstFault(Map<String, String> given) {
    return given.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith("parley."))
        .map(entry -> fault(entry.getKey(), entry.getValue()))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> ProviderConfigurationKeys.firstFault(given));
  }

  /** What a source has for all keys, those of each provider of single sign-on among them. */
  public static Map<String, String> valuesFrom(Function<String, Optional<String>> source) {
    String providers = source.apply(SSO_PROVIDERS.key).orElse("");
    Map<String, String> given = new TreeMap<>();
    Stream.concat(
            Stream.of(values()).filter(key -> !key.isOfProviders()).map(ConfigurationKey::key),
            ProviderConfigurationKeys.of(providers).stream())
        .forEach(name -> source.apply(name).ifPresent(value -> given.put(name, value)));
    return given;
  }

  /** The key of this name; the keys of a provider have its id in theirs. */
  static Optional<ConfigurationKey> of(String name) {
    String pattern = ProviderConfigurationKeys.pattern(name);
    return Stream.of(values()).filter(k -> k.key.equals(pattern)).findFirst();
  }

  /** Whether it is the pattern of a key that every provider of single sign-on has. */
  boolean isOfProviders() {
    return key.contains(ProviderConfigurationKeys.ID);
  }

  private static Optional<String> fault(String name, String value) {
    Optional<ConfigurationKey> key = of(name);
    if (key.isEmpty()) {
      return name.startsWith("parley.launcher.")
          ? Optional.empty()
          : Optional.of("There is no configuration key " + name + ".");
    }
    return key.get().wrongIn(name, value);
  }

  private Optional<String> wrongIn(String name, String value) {
    return form.accepts(value)
        ? Optional.empty()
        : Optional.of(
            "The configuration key "
                + name
                + " must be "
                + form.wanted()
                + ", not \""
                + withoutSecrets(value)
                + "\".");
  }

  /** A value to be shown: in a URL, what stands before the host or after a question mark is not. */
  public static String withoutSecrets(String value) {
    return value.replaceFirst("//.*@", "//***@").replaceFirst("\\?.*", "?***");
  }

  /** Whether a value has the form of this key. */
  public boolean accepts(String value) {
    return form.accepts(value);
  }

  /** What a value of this key looks like. */
  public String wanted() {
    return form.wanted();
  }
}
