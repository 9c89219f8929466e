package dev.parley.server.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;

/**
 * The application's own threads: the server's default scheduled executor is left to nobody (it
 * would cost every frame). What is scheduled may take long now and then, as trimming the journal or
 * filling the search does, and must not hold up the sweep of live sessions. The frames of clients
 * that were slowed are carried out in threads of their own, and large answers are written in
 * theirs.
 */
@ApplicationScoped
@ManagedExecutorDefinition(name = "java:app/concurrent/ParleyExecutor", maxAsync = 8)
@ManagedExecutorDefinition(name = "java:app/concurrent/ParleyFrames", maxAsync = 8)
@ManagedExecutorDefinition(name = "java:app/concurrent/ParleyAnswers", maxAsync = 2)
@ManagedScheduledExecutorDefinition(name = "java:app/concurrent/ParleyScheduler", maxAsync = 4)
public class Executors {

  @Produces
  @Dependent
  @Resource(lookup = "java:app/concurrent/ParleyExecutor")
  private ManagedExecutorService executor;

  @Produces
  @Dependent
  @Typed(ManagedScheduledExecutorService.class)
  @Resource(lookup = "java:app/concurrent/ParleyScheduler")
  private ManagedScheduledExecutorService scheduler;
}
