package dev.parley.base.problem;

import java.util.logging.Filter;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Keeps what a class logs of faults that a test makes on purpose out of the build's output. */
public final class QuietLog implements BeforeEachCallback, AfterEachCallback {
  private final Logger log;
  private Filter before;

  public QuietLog(Class<?> logging) {
    log = Logger.getLogger(logging.getName());
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    before = log.getFilter();
    log.setFilter(line -> false);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    log.setFilter(before);
  }
}
