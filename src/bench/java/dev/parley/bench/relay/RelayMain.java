package dev.parley.bench.relay;

import java.lang.reflect.InvocationTargetException;

/** Runs Payara Micro in this process, as Parley's launcher does, until its starter ends. */
public final class RelayMain {
  private RelayMain() {}

  /** Takes the arguments of Payara Micro. */
  public static void main(String[] arguments) throws Exception {
    ProcessHandle.current()
        .parent()
        .ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
    try {
      Class<?> launcher = Class.forName("fish.payara.micro.boot.PayaraMicroLauncher");
      launcher.getMethod("create", String[].class).invoke(null, (Object) arguments);
    } catch (InvocationTargetException e) {
      e.getCause().printStackTrace();
      System.exit(1);
    }
  }
}
