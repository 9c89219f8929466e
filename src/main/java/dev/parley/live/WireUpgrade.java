package dev.parley.live;

import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.WebConnection;

/** Gives the WebSocket container a {@link Wire} where the server has a bare connection for it. */
public class WireUpgrade implements HttpUpgradeHandler {
  private HttpUpgradeHandler container;
  private Wire wire;

  /** Names both sides; the server makes this object itself and then knows one of them. */
  void between(Wire ours, HttpUpgradeHandler theirs) {
    wire = ours;
    container = theirs;
  }

  @Override
  public void init(WebConnection connection) {
    container.init(wire.over(connection));
  }

  @Override
  public void destroy() {
    container.destroy();
  }
}
