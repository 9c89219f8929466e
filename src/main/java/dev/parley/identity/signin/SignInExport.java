package dev.parley.identity.signin;

import dev.parley.identity.export.ExportPart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** The sign-ins of a user, for their export. */
@ApplicationScoped
public class SignInExport implements ExportPart {
  @Inject private SignInList list;

  @Override
  public String name() {
    return "sign-ins";
  }

  @Override
  public Object of(UUID user) {
    return list.all(user);
  }
}
