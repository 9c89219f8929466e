package dev.parley.administration.audit;

/** What a cell of an exported table holds. */
public final class CsvCell {
  private static final String BEGINS_A_FORMULA = "=+-@\t\r";

  private CsvCell() {}

  /** The text, with an apostrophe before it when a spreadsheet would take it for a formula. */
  public static String defused(Object value) {
    String text = value == null ? "" : value.toString();
    return !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
