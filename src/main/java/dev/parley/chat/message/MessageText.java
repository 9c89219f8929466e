package dev.parley.chat.message;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** Reads the words that a message shows when its Markdown is rendered, by the page's own rules. */
final class MessageText {
  /** Stands for what is shown but is no words: code in a line, and pictures. */
  private static final char NO_WORDS = '\ufffc';

  private static final Pattern OVERRIDES = Pattern.compile("[\\u202a-\\u202e\\u2066-\\u2069]");
  private static final Pattern MARK =
      Pattern.compile("[*_~`\\[\\]<>!|#&@\\\\\\r\\n]|(?:[-+]|[0-9][.)])(?=[ \\t])");
  private static final int MOST_MARKS = 1_000;
  private static final int LONGEST = 16_000;
  private static final Pattern TOO_DEEP =
      Pattern.compile(
          "(?<![^\\r\\n])(?:[ \\t]*(?:>|[-+*](?=[ \\t])|[0-9]{1,9}[.)](?=[ \\t]))){13}");

  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create(), StrikethroughExtension.create()))
          .build();

  private MessageText() {}

  /** The words of each paragraph, heading and cell, without code and without links' addresses. */
  static List<String> paragraphs(String body) {
    String text = OVERRIDES.matcher(body).replaceAll("");
    if (isOverBudget(text)) {
      return List.of(text);
    }
    Paragraphs paragraphs = new Paragraphs();
    PARSER.parse(text).accept(paragraphs);
    return paragraphs.found;
  }

  /** Whether a text is shown as it was typed, since parsing it would cost too much. */
  static boolean isOverBudget(String text) {
    return text.length() > LONGEST
        || MARK.matcher(text).results().limit(MOST_MARKS + 1L).count() > MOST_MARKS
        || TOO_DEEP.matcher(text).find();
  }

  private static final class Paragraphs extends AbstractVisitor {
    private final List<String> found = new ArrayList<>();

    @Override
    public void visit(Paragraph paragraph) {
      found.add(Words.in(paragraph));
    }

    @Override
    public void visit(Heading heading) {
      found.add(Words.in(heading));
    }

    /** HTML is shown as it was typed. */
    @Override
    public void visit(HtmlBlock html) {
      found.add(html.getLiteral());
    }

    @Override
    public void visit(CustomNode node) {
      if (node instanceof TableCell) {
        found.add(Words.in(node));
      } else {
        visitChildren(node);
      }
    }
  }

  private static final class Words extends AbstractVisitor {
    private final StringBuilder words = new StringBuilder();

    static String in(Node block) {
      Words visitor = new Words();
      visitor.visitChildren(block);
      return visitor.words.toString();
    }

    @Override
    public void visit(Text text) {
      words.append(text.getLiteral());
    }

    @Override
    public void visit(HtmlInline html) {
      words.append(html.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak line) {
      words.append('\n');
    }

    @Override
    public void visit(HardLineBreak line) {
      words.append('\n');
    }

    @Override
    public void visit(Code code) {
      words.append(NO_WORDS);
    }

    @Override
    public void visit(Image picture) {
      words.append(NO_WORDS);
    }
  }
}
