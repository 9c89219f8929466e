package dev.parley.administration.monitoring;

import dev.parley.chat.message.MessageSender;
import dev.parley.consent.connection.ConnectionEvent.ConnectionApproved;
import dev.parley.consent.connection.ConnectionEvent.ConnectionRequested;
import dev.parley.identity.signin.SignInOpening;
import dev.parley.reach.live.LiveSessions;
import dev.parley.reach.webpush.PushTally;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.LongAdder;

/** What people have done at this node since it started, counted. */
@ApplicationScoped
public class Traffic {
  private static final int TOO_MANY = 429;
  private static final int ERROR = 500;

  private final LongAdder calls = new LongAdder();
  private final LongAdder errors = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder requested = new LongAdder();
  private final LongAdder approved = new LongAdder();

  @Inject private MessageSender sending;
  @Inject private SignInOpening signIns;
  @Inject private LiveSessions live;
  @Inject private PushTally pushes;

  /** A call of the API was answered with this status. */
  public void answered(int status) {
    calls.increment();
    if (status == TOO_MANY) {
      refused.increment();
    } else if (status >= ERROR) {
      errors.increment();
    }
  }

  void requested(@Observes(during = TransactionPhase.AFTER_SUCCESS) ConnectionRequested fact) {
    requested.increment();
  }

  void approved(@Observes(during = TransactionPhase.AFTER_SUCCESS) ConnectionApproved fact) {
    approved.increment();
  }

  /** How far the counts are. */
  Counters counts() {
    return new Counters(
        calls.sum(),
        errors.sum(),
        sending.sent(),
        requested.sum(),
        approved.sum(),
        signIns.opened(),
        refused.sum() + live.counts().throttles(),
        live.counts().events(),
        live.counts().streamsMended(),
        pushes.counts());
  }
}
