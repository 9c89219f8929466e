package dev.parley.administration.monitoring;

import dev.parley.base.problem.Outage;
import dev.parley.base.request.ApplicationReady;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

/** Takes a note every second and a point of the history every ten. */
@ApplicationScoped
public class FigureSampler {
  private static final Logger LOG = Logger.getLogger(FigureSampler.class.getName());

  @Inject private ManagedScheduledExecutorService scheduler;
  @Inject private ThisNode node;
  @Inject private History history;
  @Inject private PublishedMetrics metrics;
  @Inject private PublishedBean bean;
  @Inject private Clock clock;

  private int second;

  void begin(@Observes ApplicationReady ready) {
    NodeFigures figures = node.figures();
    metrics.publish(figures);
    bean.publish(figures, node.counts());
    scheduler.scheduleAtFixedRate(this::guardedTick, 1, 1, TimeUnit.SECONDS);
  }

  private void guardedTick() {
    try {
      tick();
    } catch (RuntimeException | Error e) {
      Outage.log(LOG, "Figures could not be taken; trying again", e);
    }
  }

  private void tick() {
    node.takeNote();
    NodeFigures figures = node.figures();
    metrics.follow(figures, node.counts());
    bean.follow(figures, node.counts());
    second = (second + 1) % History.STEP_SECONDS;
    if (second == 0) {
      history.add(History.Point.of(clock.instant(), figures));
    }
  }
}
