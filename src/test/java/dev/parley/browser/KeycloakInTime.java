package dev.parley.browser;

import dev.parley.journey.KeycloakServer;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Starts Keycloak, which takes its time, before the first test when one of them is to need it. */
public final class KeycloakInTime implements TestExecutionListener {

  @Override
  public void testPlanExecutionStarted(TestPlan plan) {
    boolean needed =
        plan.getRoots().stream()
            .flatMap(root -> plan.getDescendants(root).stream())
            .anyMatch(KeycloakInTime::needsIt);
    if (needed && TheBrowser.isWanted()) {
      KeycloakServer.begin();
    }
  }

  private static boolean needsIt(TestIdentifier test) {
    return test.getSource()
        .filter(ClassSource.class::isInstance)
        .map(ClassSource.class::cast)
        .filter(source -> source.getClassName().equals(SsoInTheBrowserIT.class.getName()))
        .isPresent();
  }
}
