package dev.parley.server.transfer;

import dev.parley.base.request.ApplicationReady;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Watches the bodies that are on their way, of requests and of answers, and cuts those that hardly
 * move. None of them has a thread, so many may be under way from an address: people behind one
 * address are not to lock each other out.
 */
@ApplicationScoped
public class Transfers {
  private static final Logger LOG = Logger.getLogger(Transfers.class.getName());

  @Inject private ManagedScheduledExecutorService scheduler;

  @Inject
  @ConfigProperty(name = "parley.limits.body-wait")
  private Duration bodyWait;

  @Inject
  @ConfigProperty(name = "parley.limits.answer-wait")
  private Duration answerWait;

  @Inject
  @ConfigProperty(name = "parley.limits.body-rate")
  private long rate;

  @Inject
  @ConfigProperty(name = "parley.limits.bodies-per-address")
  private int most;

  private final Map<Transfer, Watch> underWay = new ConcurrentHashMap<>();
  private final AddressCount addresses = new AddressCount();

  private record Watch(TransferPace pace, boolean counted) {}

  /** A body that moves as fast as the client lets it. */
  interface Transfer {
    String address();

    /** How many bytes have moved so far. */
    long moved();

    /** Ends it, as it is too slow. */
    void cut();
  }

  void begin(@Observes ApplicationReady ready) {
    scheduler.scheduleWithFixedDelay(this::sweep, 500, 500, TimeUnit.MILLISECONDS);
  }

  /** Watches the line and the headers of a request, of which nobody is known yet. */
  void beginHead(Transfer transfer) {
    underWay.put(transfer, new Watch(pace(bodyWait), false));
  }

  /** Watches the body of a request; false when there are too many from its address. */
  boolean beginBody(Transfer transfer) {
    return begin(transfer, bodyWait);
  }

  /** Watches the body of an answer; false when there are too many to its address. */
  boolean beginAnswer(Transfer transfer) {
    return begin(transfer, answerWait);
  }

  private boolean begin(Transfer transfer, Duration span) {
    if (!addresses.enter(transfer.address(), most)) {
      return false;
    }
    underWay.put(transfer, new Watch(pace(span), true));
    return true;
  }

  private TransferPace pace(Duration span) {
    return new TransferPace(span, rate, System.nanoTime());
  }

  void end(Transfer transfer) {
    Watch watch = underWay.remove(transfer);
    if (watch != null && watch.counted()) {
      addresses.leave(transfer.address());
    }
  }

  private void sweep() {
    long now = System.nanoTime();
    underWay.forEach(
        (transfer, watch) -> {
          try {
            if (watch.pace().isTooSlow(transfer.moved(), now)) {
              transfer.cut();
            }
          } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "A slow body could not be cut", e);
          }
        });
  }
}
