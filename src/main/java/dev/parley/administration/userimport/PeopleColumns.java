package dev.parley.administration.userimport;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Knows which column of a file holds what, by its header. */
final class PeopleColumns {
  /** The columns by their names without what divides words: "Display Name" is display_name. */
  private static final Map<String, String> KNOWN =
      Map.of(
          "username", "username",
          "displayname", "display_name",
          "password", "password",
          "roles", "roles",
          "role", "roles");

  private final Map<String, Integer> places;
  private final List<String> names;

  private PeopleColumns(Map<String, Integer> places, List<String> names) {
    this.places = places;
    this.names = names;
  }

  /**
   * Reads a header; columns without a name are left out.
   *
   * @throws dev.parley.base.problem.DomainException {@code bad_file}
   */
  static PeopleColumns of(List<String> header) {
    List<String> names = withoutEmptyEnd(header.stream().map(PeopleFile::trimmed).toList());
    Map<String, Integer> places = new HashMap<>();
    for (int place = 0; place < names.size(); place++) {
      if (!names.get(place).isEmpty()
          && places.putIfAbsent(known(names.get(place), place), place) != null) {
        throw PeopleFile.bad(
            "The column " + known(names.get(place), place) + " comes twice in the header.");
      }
    }
    if (!places.containsKey("username")) {
      throw PeopleFile.bad(
          "The column username is missing: the first line must name the columns, divided by"
              + " commas, semicolons or tabs.");
    }
    return new PeopleColumns(places, names);
  }

  private static List<String> withoutEmptyEnd(List<String> names) {
    int end = names.size();
    while (end > 0 && names.get(end - 1).isEmpty()) {
      end--;
    }
    return names.subList(0, end);
  }

  private static String known(String name, int place) {
    String column = KNOWN.get(name.toLowerCase(Locale.ROOT).replaceAll("[\\p{Z}\\s_-]+", ""));
    if (column == null) {
      throw PeopleFile.bad(
          "The header names column %d \"%s\". The columns are username, display_name, password and roles."
              .formatted(place + 1, name));
    }
    return column;
  }

  /** The person of a line; fields at its end may be missing, as spreadsheets leave them out. */
  ImportedPerson person(int number, List<String> fields) {
    for (int place = 0; place < fields.size(); place++) {
      String field = PeopleFile.trimmed(fields.get(place));
      if (!field.isEmpty() && (place >= names.size() || names.get(place).isEmpty())) {
        return ImportedPerson.broken(number, stray(place, field));
      }
    }
    String displayName = field(fields, "display_name");
    return new ImportedPerson(
        number,
        field(fields, "username"),
        displayName == null ? null : displayName.replaceAll("\\p{Zs}", " "),
        asItIs(fields, "password"),
        field(fields, "roles"),
        null);
  }

  private String stray(int place, String field) {
    String holds = "Column %d holds \"%s\"".formatted(place + 1, field);
    return place < names.size()
        ? holds + " and has no name."
        : holds + ", and the header names only " + names.size() + " columns.";
  }

  /** A field that is there and not blank. */
  private String field(List<String> fields, String column) {
    String given = asItIs(fields, column);
    String field = given == null ? "" : PeopleFile.trimmed(given);
    return field.isEmpty() ? null : field;
  }

  /** A field that is there and not empty, with the blanks at its ends. */
  private String asItIs(List<String> fields, String column) {
    Integer place = places.get(column);
    return place == null || place >= fields.size() || fields.get(place).isEmpty()
        ? null
        : fields.get(place);
  }
}
