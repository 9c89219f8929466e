package dev.parley.push;

import dev.parley.message.MessageView;
import dev.parley.notification.NotificationCreated;

/** To which page of the front end a push leads: the same to which the bell list does. */
final class Page {
  private Page() {}

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
