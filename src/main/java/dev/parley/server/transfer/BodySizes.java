package dev.parley.server.transfer;

import dev.parley.base.config.RunTimeSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Knows how many bytes each kind of body may have. */
@ApplicationScoped
public class BodySizes {
  @Inject
  @ConfigProperty(name = "parley.limits.json-bytes")
  private int json;

  @Inject
  @ConfigProperty(name = "parley.limits.avatar-bytes")
  private int picture;

  @Inject
  @ConfigProperty(name = "parley.limits.import-bytes")
  private int imported;

  @Inject private RunTimeSettings settings;

  /** The most bytes of a body of this kind. */
  long most(BodyKind kind) {
    return switch (kind) {
      case JSON -> json;
      case PICTURE -> picture + BodyKind.ENVELOPE;
      case IMPORT -> imported + BodyKind.ENVELOPE;
      case ATTACHMENT -> settings.number("parley.limits.attachment-bytes") + BodyKind.ENVELOPE;
    };
  }
}
