package dev.parley.reach.webpush;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.parley.base.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.text.ParseException;
import java.time.Clock;
import java.util.Optional;

/**
 * The key by which push services know this server: made at its first use and never again, as every
 * subscription is bound to it. It is in the database, so that all nodes share it.
 */
@ApplicationScoped
@Transactional
public class PushKeyService {
  private static final String FIND = "select private_jwk from push_key";

  @Inject private Sql rows;
  @Inject private Clock clock;

  /** The key; of several nodes that make one at once, one's becomes everybody's. */
  public ECKey only() {
    return parse(find().orElseGet(this::made));
  }

  private Optional<String> find() {
    return rows.first(FIND, row -> row.getString(1));
  }

  private String made() {
    rows.change(
        "insert into push_key (private_jwk, created_at) values (?, ?) on conflict do nothing",
        fresh().toJSONString(),
        clock.instant());
    return find().orElseThrow();
  }

  private static ECKey fresh() {
    try {
      return new ECKeyGenerator(Curve.P_256).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("Every Java has P-256", e);
    }
  }

  private static ECKey parse(String jwk) {
    try {
      return ECKey.parse(jwk);
    } catch (ParseException e) {
      throw new IllegalStateException("The key for push in the database cannot be read", e);
    }
  }
}
