package dev.parley.launcher;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Starts the launcher apart from the server: the server must stand on the class path of the
 * process, and its own libraries must not meet the launcher's.
 */
public final class Bootstrap {
  private Bootstrap() {}

  /** Takes the launcher's class path, then the arguments of {@link Main}. */
  public static void main(String[] arguments) throws Exception {
    String[] entries = arguments[0].split(File.pathSeparator);
    URL[] urls = new URL[entries.length];
    for (int i = 0; i < entries.length; i++) {
      urls[i] = Path.of(entries[i]).toUri().toURL();
    }
    // Open as long as the process lives.
    @SuppressWarnings("resource")
    URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    Thread.currentThread().setContextClassLoader(loader);
    loader
        .loadClass("dev.parley.launcher.Main")
        .getMethod("main", String[].class)
        .invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
  }
}
