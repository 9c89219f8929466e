package dev.parley.identity.account;

import dev.parley.base.request.Input;
import dev.parley.base.request.Patch;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A change of settings: what is given is checked, what is not stays. */
record SettingsPatch(Patch patch) {

  void flag(String name, Consumer<Boolean> change) {
    patch.flag(name, change);
  }

  void whoMayRequestMe(Consumer<WhoMayRequest> change) {
    word(
        "who_may_request_me",
        List.of("everyone", "connections_of_connections", "nobody"),
        word -> change.accept(WhoMayRequest.of(word)));
  }

  void theme(Consumer<String> change) {
    word("theme", List.of("auto", "light", "dark"), change);
  }

  void locale(Consumer<String> change) {
    patch.text(
        "locale",
        value -> {
          if (value.length() > 35 || !value.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")) {
            throw Input.wrong("locale", "This must be a language tag such as en or pt-BR.");
          }
          change.accept(value);
        });
  }

  void notificationKinds(BiConsumer<String, Boolean> change) {
    patch.object("notification_kinds", kinds -> switchKinds(kinds, change));
  }

  private static void switchKinds(JsonObject kinds, BiConsumer<String, Boolean> change) {
    if (kinds == null) {
      throw Input.wrong("notification_kinds", "This must be an object.");
    }
    UserPreferences.KINDS.stream()
        .filter(kinds::containsKey)
        .forEach(kind -> change.accept(kind, Patch.truth(kind, kinds.get(kind))));
  }

  void quietHours(Consumer<QuietHours> change) {
    patch.object("quiet_hours", hours -> change.accept(hours == null ? null : readHours(hours)));
  }

  private static QuietHours readHours(JsonObject hours) {
    QuietHours read =
        new QuietHours(text(hours, "from"), text(hours, "to"), text(hours, "time_zone"));
    if (!isTime(read.from()) || !isTime(read.to())) {
      throw Input.wrong("quiet_hours", "from and to must be times such as 22:00.");
    }
    try {
      ZoneId.of(read.timeZone());
      return read;
    } catch (DateTimeException e) {
      throw Input.wrong("quiet_hours", "time_zone must be a time zone such as Europe/Lisbon.");
    }
  }

  private static boolean isTime(String value) {
    return value.matches("([01]\\d|2[0-3]):[0-5]\\d");
  }

  private static String text(JsonObject object, String name) {
    return object.get(name) instanceof JsonString text ? text.getString() : "";
  }

  private void word(String name, List<String> words, Consumer<String> change) {
    patch.text(
        name,
        value -> {
          if (!words.contains(value)) {
            throw Input.wrong(name, "This must be one of " + String.join(", ", words) + ".");
          }
          change.accept(value);
        });
  }
}
