package dev.parley.reach.notification;

import static dev.parley.reach.notification.NotificationService.AFTER_OTHERS;

import dev.parley.chat.conversation.ConversationEvent.MembershipEnded;
import dev.parley.chat.conversation.ConversationEvent.ReadMoved;
import dev.parley.chat.message.MessageEvent.Mentioned;
import dev.parley.chat.message.MessageEvent.MentionsTakenBack;
import dev.parley.chat.message.MessageEvent.MessageDeleted;
import dev.parley.consent.connection.ConnectionEvent.Blocked;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;

/** Tells people of messages that name them, until they have read them. */
@ApplicationScoped
public class MessageNotices {
  @Inject private NotificationService notifications;

  void mentioned(@Observes @Priority(AFTER_OTHERS) Mentioned fact) {
    notifications.tell(fact.user(), "message.mentioned", fact.message(), fact.sender());
  }

  /** Who is named no longer has nothing to look for; who still is has. */
  void takenBack(@Observes @Priority(AFTER_OTHERS) MentionsTakenBack fact) {
    notifications.settleMessage(fact.message(), fact.stillNamed());
  }

  /** What it said is gone, so nobody needs to look for it. */
  void deleted(@Observes @Priority(AFTER_OTHERS) MessageDeleted fact) {
    notifications.settleMessage(fact.message(), List.of());
  }

  /** Who is no member any more cannot look for anything there. */
  void left(@Observes @Priority(AFTER_OTHERS) MembershipEnded fact) {
    notifications.settleMentions(fact.user(), fact.conversation(), Long.MAX_VALUE);
  }

  void blocked(@Observes @Priority(AFTER_OTHERS) Blocked fact) {
    notifications.settleMentionsBy(fact.blocker(), fact.blocked());
  }

  void read(@Observes @Priority(AFTER_OTHERS) ReadMoved fact) {
    notifications.settleMentions(fact.user(), fact.conversation(), fact.seq());
  }
}
