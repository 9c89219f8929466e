package dev.parley.live;

import jakarta.servlet.http.HttpFilter;

/** Placeholder. */
public class UpgradeFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
}
