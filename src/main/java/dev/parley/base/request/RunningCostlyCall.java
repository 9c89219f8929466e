package dev.parley.base.request;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Holds the place of a costly call until its request ends, however it does. */
@RequestScoped
public class RunningCostlyCall {
  @Inject private CostlyCalls calls;
  private CostlyCalls.Place place;

  /** Takes a place; see {@link CostlyCalls#take}. */
  public void begin(UUID user, boolean alone) {
    place = calls.take(user, alone);
  }

  @PreDestroy
  void end() {
    if (place != null) {
      calls.giveBack(place);
    }
  }
}
