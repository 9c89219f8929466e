package dev.parley.bench.target;

import dev.parley.base.payara.IdleTimerRemoval;
import dev.parley.bench.relay.RelayEndpoint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** The relay as a WAR: its endpoint and, unless stock, Parley's way to take the idle timer out. */
final class RelayWar {
  private static final String BEANS =
      """
      <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0"
          bean-discovery-mode="annotated"/>
      """;

  /** The class path of the process has the same classes, but not what they need. */
  private static final String CLASS_LOADER =
      """
      <payara-web-app><class-loader delegate="false"/></payara-web-app>
      """;

  private RelayWar() {}

  static void write(Path war, boolean stock) throws IOException {
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(war))) {
      addClass(jar, RelayEndpoint.class);
      if (!stock) {
        addClass(jar, IdleTimerRemoval.class);
      }
      add(jar, "WEB-INF/beans.xml", BEANS.getBytes(StandardCharsets.UTF_8));
      add(jar, "WEB-INF/payara-web.xml", CLASS_LOADER.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void addClass(JarOutputStream jar, Class<?> type) throws IOException {
    String file = type.getName().replace('.', '/') + ".class";
    try (InputStream bytes = type.getClassLoader().getResourceAsStream(file)) {
      add(jar, "WEB-INF/classes/" + file, bytes.readAllBytes());
    }
  }

  private static void add(JarOutputStream jar, String name, byte[] content) throws IOException {
    jar.putNextEntry(new JarEntry(name));
    jar.write(content);
    jar.closeEntry();
  }
}
