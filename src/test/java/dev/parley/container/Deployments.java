package dev.parley.container;

import java.io.File;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.eu.ingwar.tools.arquillian.extension.suite.annotations.ArquillianSuiteDeployment;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The one deployment of all in-container tests: the WAR as it is built, with the tests inside. */
@ArquillianSuiteDeployment
public class Deployments {

  @Deployment
  public static WebArchive application() {
    Path target = Path.of(System.getProperty("parley.basedir"), "target");
    return ShrinkWrap.createFromZipFile(WebArchive.class, target.resolve("parley.war").toFile())
        .addPackage(Deployments.class.getPackage())
        .addAsLibraries(
            jarOf(Assertions.class),
            jarOf(Awaitility.class),
            jarOf(net.bytebuddy.ByteBuddy.class),
            jarOf(org.hamcrest.Matcher.class));
  }

  private static File jarOf(Class<?> type) {
    return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
  }
}
