package dev.parley.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** What axe finds wrong with what a page shows; axe itself is brought to each page only once. */
final class Accessibility {
  /** The rules whose outcome depends on colours. */
  static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

  private static final String RUN =
      """
      async rules => {
        // A change of theme is on the screen after the next frame and its transitions.
        await new Promise(painted => requestAnimationFrame(() => requestAnimationFrame(painted)));
        await Promise.allSettled(document.getAnimations()
          .filter(each => each instanceof CSSTransition).map(each => each.finished));
        const options = { resultTypes: ['violations'] };
        if (rules.length > 0) options.runOnly = { type: 'rule', values: rules };
        const { violations } = await axe.run(document, options);
        return violations.flatMap(rule =>
          rule.nodes.map(node => `${rule.id} ${node.target.join(' ')} ${node.failureSummary}`));
      }
      """;

  private Accessibility() {}

  /** Everything that is wrong by any rule. */
  static List<String> violations(Page page) {
    return violations(page, List.of());
  }

  /** What is wrong by these rules. */
  static List<String> violations(Page page, List<String> rules) {
    if (Boolean.FALSE.equals(page.evaluate("'axe' in window"))) {
      page.evaluate(AxeBuilder.getAxeScript());
    }
    return ((List<?>) page.evaluate(RUN, rules)).stream().map(String::valueOf).toList();
  }
}
