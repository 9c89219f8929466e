package dev.parley.chat.conversation;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** The newest message of each conversation; the chapter of messages knows. */
public interface LatestMessages {

  /** The newest messages that the viewer may see, by conversation; one without any is left out. */
  Map<UUID, Object> of(UUID viewer, Collection<UUID> conversations);
}
