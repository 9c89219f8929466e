package dev.parley.reach.webpush;

import dev.parley.chat.message.MessageView;
import dev.parley.reach.notification.NotificationCreated;

/** To which page of the front end a push leads: the same to which the bell list does. */
final class TargetPage {
  private TargetPage() {}

  static String of(NotificationCreated fact) {
    if (fact.username() == null) {
      return "/notifications";
    }
    String list = fact.kind().equals("connection.approved") ? "connections" : "requests";
    return "/" + list + "/" + fact.username();
  }

  static String of(MessageView message) {
    return "/chats/" + message.conversation();
  }
}
