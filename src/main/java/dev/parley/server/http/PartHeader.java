package dev.parley.server.http;

import dev.parley.base.problem.CommonCode;
import dev.parley.base.problem.DomainException;
import dev.parley.base.request.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.fileupload2.core.ParameterParser;

/**
 * What the headers of a part of a form say of it.
 *
 * @param fileName what the file is called, or null
 */
public record PartHeader(String name, String fileName) {
  private static final String DISPOSITION = "content-disposition:";
  private static final String REPLACED = "\uFFFD";

  /**
   * Reads headers of which each character is a byte.
   *
   * @throws DomainException {@code bad_request} for a part without a name or with a broken header
   */
  public static PartHeader of(String headers) {
    String text = Utf8.text(headers.getBytes(StandardCharsets.ISO_8859_1));
    if (text.lines().anyMatch(line -> !line.isEmpty() && line.indexOf(':') < 1)) {
      throw broken();
    }
    String disposition =
        text.lines()
            .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(DISPOSITION))
            .map(line -> line.substring(DISPOSITION.length()).strip())
            .filter(value -> value.toLowerCase(Locale.ROOT).startsWith("form-data"))
            .findFirst()
            .orElseThrow(PartHeader::broken);
    ParameterParser parser = new ParameterParser();
    parser.setLowerCaseNames(true);
    Map<String, String> parameters = parser.parse(disposition, ';');
    String name = Optional.ofNullable(parameters.get("name")).orElseThrow(PartHeader::broken);
    String fileName = parameters.get("filename");
    boolean replaced =
        Stream.of(name, String.valueOf(fileName)).anyMatch(value -> value.contains(REPLACED));
    if (replaced
        && !text.contains(REPLACED)
        && !text.toUpperCase(Locale.ROOT).contains("%EF%BF%BD")) {
      throw broken();
    }
    return new PartHeader(name, fileName);
  }

  private static DomainException broken() {
    return new DomainException(CommonCode.BAD_REQUEST, "A part of the form has no name.");
  }
}
