package dev.parley.journey;

import static io.restassured.config.HttpClientConfig.httpClientConfig;

import io.restassured.RestAssured;
import java.time.Duration;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Makes calls of tests give up on a server that does not answer; by themselves they never do. */
public final class PatientCalls implements LauncherSessionListener {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    int milliseconds = (int) PATIENCE.toMillis();
    RestAssured.config =
        RestAssured.config()
            .httpClient(
                httpClientConfig()
                    .setParam("http.connection.timeout", milliseconds)
                    .setParam("http.socket.timeout", milliseconds));
  }
}
