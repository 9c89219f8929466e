package dev.parley.enrolment;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.parley.problem.DomainException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads a CSV file of people. A line is a person, since nothing about a person has more than one
 * line; so a quote that nobody closes spoils its own line only.
 */
final class PeopleFile {
  private static final Set<String> COLUMNS =
      Set.of("username", "display_name", "password", "roles");
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final char separator;
  private final List<String> header;

  private PeopleFile(char separator, List<String> header) {
    this.separator = separator;
    this.header = header;
  }

  /**
   * The people of a file, in its order; lines that cannot be read say what is wrong with them.
   *
   * @param most how many there may be, 0 for any number
   * @throws DomainException {@code bad_file}, {@code too_many_lines}
   */
  static List<Newcomer> read(byte[] file, int most) {
    String[] lines = text(file).split("\r\n|\n|\r", -1);
    int first = 0;
    while (first < lines.length && lines[first].isBlank()) {
      first++;
    }
    if (first == lines.length) {
      throw bad("The file is empty.");
    }
    PeopleFile table = of(lines[first]);
    List<Newcomer> people = new ArrayList<>();
    for (int i = first + 1; i < lines.length; i++) {
      if (!lines[i].isBlank()) {
        people.add(table.person(i + 1, lines[i]));
      }
    }
    if (people.isEmpty()) {
      throw bad("The file has a header and nobody below it.");
    }
    if (most > 0 && people.size() > most) {
      throw new DomainException(
          EnrolmentCode.TOO_MANY_LINES, "A file has at most " + most + " people. Divide it.");
    }
    return people;
  }

  private static String text(byte[] file) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw bad("The file is no text in UTF-8. Save it as such.");
    }
  }

  private static PeopleFile of(String line) {
    char separator = line.indexOf(',') < 0 && line.indexOf(';') >= 0 ? ';' : ',';
    List<String> header;
    try {
      header =
          fields(separator, line).stream()
              .map(name -> name.strip().toLowerCase(Locale.ROOT))
              .toList();
    } catch (CsvParseException e) {
      throw bad("The header cannot be read: a quote is not closed.");
    }
    header.stream()
        .filter(name -> !COLUMNS.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw bad(
                  "There is no column \""
                      + name
                      + "\". The columns are username, display_name, password and roles.");
            });
    if (new HashSet<>(header).size() < header.size()) {
      throw bad("A column comes twice.");
    }
    if (!header.contains("username")) {
      throw bad("The column username is missing.");
    }
    return new PeopleFile(separator, header);
  }

  private Newcomer person(int number, String line) {
    List<String> fields;
    try {
      fields = fields(separator, line);
    } catch (CsvParseException e) {
      return Newcomer.broken(number, "A quote is not closed, or something follows a closed one.");
    }
    if (fields.size() != header.size()) {
      return Newcomer.broken(
          number,
          "This line has " + fields.size() + " fields and the header " + header.size() + ".");
    }
    return new Newcomer(
        number,
        field(fields, "username", true),
        field(fields, "display_name", true),
        field(fields, "password", false),
        field(fields, "roles", true),
        null);
  }

  /** A field that is there and not empty; a password is taken as it is. */
  private String field(List<String> fields, String name, boolean stripped) {
    int place = header.indexOf(name);
    if (place < 0) {
      return null;
    }
    String field = stripped ? fields.get(place).strip() : fields.get(place);
    return field.isEmpty() ? null : field;
  }

  private static List<String> fields(char separator, String line) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .allowUnclosedQuote(false)
        .ofSingleCsvRecord(line)
        .getFields();
  }

  private static DomainException bad(String sentence) {
    return new DomainException(EnrolmentCode.BAD_FILE, sentence);
  }
}
