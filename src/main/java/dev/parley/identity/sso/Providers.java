package dev.parley.identity.sso;

import dev.parley.identity.signin.SignInMethods;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** The providers that the configuration names, in its order. */
@ApplicationScoped
public class Providers implements SignInMethods {
  @Inject private Config config;
  private List<Provider> all = List.of();

  @PostConstruct
  void read() {
    all =
        text("providers").stream()
            .flatMap(ids -> Stream.of(ids.strip().split(" *, *")))
            .map(this::provider)
            .toList();
  }

  private Provider provider(String id) {
    return new Provider(
        id,
        text(id + ".issuer").orElseThrow(),
        text(id + ".client-id").orElseThrow(),
        text(id + ".label").orElse(id),
        text(id + ".scopes").orElseThrow(),
        text(id + ".admin-group"),
        text(id + ".groups-claim").orElseThrow());
  }

  private Optional<String> text(String key) {
    return config
        .getOptionalValue("parley.sso." + key, String.class)
        .filter(value -> !value.isBlank());
  }

  Optional<Provider> named(String id) {
    return all.stream().filter(provider -> provider.id().equals(id)).findFirst();
  }

  Optional<Provider> issuing(String issuer) {
    return all.stream().filter(provider -> provider.issuer().equals(issuer)).findFirst();
  }

  @Override
  public List<Way> list() {
    return all.stream()
        .map(p -> new Way(p.id(), p.label(), p.issuer(), p.clientId(), p.scopes()))
        .toList();
  }
}
