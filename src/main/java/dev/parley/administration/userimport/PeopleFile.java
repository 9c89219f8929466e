package dev.parley.administration.userimport;

import static java.util.Comparator.comparingInt;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.parley.base.problem.DomainException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Reads a CSV file of people as spreadsheets save it. A line is a person, since nothing about a
 * person has more than one line; so a quote that nobody closes spoils its own line only.
 */
final class PeopleFile {
  private final char separator;
  private final PeopleColumns columns;

  private PeopleFile(char separator, PeopleColumns columns) {
    this.separator = separator;
    this.columns = columns;
  }

  /**
   * The people of a file, in its order; lines that cannot be read say what is wrong with them.
   *
   * @param most how many there may be, 0 for any number
   * @throws DomainException {@code bad_file}, {@code too_many_lines}
   */
  static List<ImportedPerson> read(byte[] file, int most) {
    String[] lines = SpreadsheetText.of(file).split("\r\n|\n|\r", -1);
    int first = nextWithText(lines, 0);
    Character named = first < lines.length ? separatorNamedBy(lines[first]) : null;
    int header = named == null ? first : nextWithText(lines, first + 1);
    if (header == lines.length) {
      throw bad("The file is empty.");
    }
    PeopleFile table = of(lines[header], named);
    List<ImportedPerson> people = new ArrayList<>();
    for (int i = header + 1; i < lines.length; i++) {
      table.add(i + 1, lines[i], people);
    }
    if (people.isEmpty()) {
      throw bad("The file has a header and nobody below it.");
    }
    if (most > 0 && people.size() > most) {
      throw new DomainException(
          ImportCode.TOO_MANY_LINES, "A file has at most " + most + " people. Divide it.");
    }
    return people;
  }

  private static int nextWithText(String[] lines, int from) {
    int line = from;
    while (line < lines.length && trimmed(lines[line]).isEmpty()) {
      line++;
    }
    return line;
  }

  /** What a first line such as {@code sep=;} names, which spreadsheets write and obey. */
  private static Character separatorNamedBy(String line) {
    String plain = line.replace("\"", "");
    return plain.matches("(?i)sep=[,;|\t:]") ? Character.valueOf(plain.charAt(4)) : null;
  }

  /** Without a named one, the separator is the one that makes most columns of the header. */
  private static PeopleFile of(String header, Character named) {
    List<Character> candidates = named == null ? List.of(',', ';', '\t') : List.of(named);
    char separator = Collections.max(candidates, comparingInt(one -> names(header, one).size()));
    List<String> names = names(header, separator);
    if (names.isEmpty()) {
      throw bad("The header cannot be read: a quote is not closed.");
    }
    return new PeopleFile(separator, PeopleColumns.of(names));
  }

  /** Nothing when it cannot be read so. */
  private static List<String> names(String header, char separator) {
    try {
      return fields(separator, header);
    } catch (CsvParseException e) {
      return List.of();
    }
  }

  private void add(int number, String line, List<ImportedPerson> people) {
    try {
      List<String> fields = fields(separator, line);
      if (fields.stream().anyMatch(field -> !trimmed(field).isEmpty())) {
        people.add(columns.person(number, fields));
      }
    } catch (CsvParseException e) {
      people.add(
          ImportedPerson.broken(
              number, "A quote is not closed, or something follows a closed one."));
    }
  }

  private static List<String> fields(char separator, String line) {
    return line.isEmpty()
        ? List.of()
        : CsvReader.builder()
            .fieldSeparator(separator)
            .allowUnclosedQuote(false)
            .trimWhitespacesAroundQuotes(true)
            .ofSingleCsvRecord(line)
            .getFields();
  }

  /** Without blanks of any kind at its ends. */
  static String trimmed(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (from < to && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isBlank(char character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || character == '\ufeff';
  }

  static DomainException bad(String sentence) {
    return new DomainException(ImportCode.BAD_FILE, sentence);
  }
}
