package dev.parley.reach.live;

import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.WebConnection;

/**
 * Gives the WebSocket container a {@link GuardedConnection} where the server has a bare connection
 * for it.
 */
public class GuardedUpgrade implements HttpUpgradeHandler {
  private HttpUpgradeHandler container;
  private GuardedConnection guarded;

  /** Names both sides; the server makes this object itself and then knows one of them. */
  void between(GuardedConnection ours, HttpUpgradeHandler theirs) {
    guarded = ours;
    container = theirs;
  }

  @Override
  public void init(WebConnection connection) {
    container.init(guarded.over(connection));
  }

  @Override
  public void destroy() {
    container.destroy();
  }
}
