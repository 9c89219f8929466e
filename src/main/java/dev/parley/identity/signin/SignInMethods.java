package dev.parley.identity.signin;

import java.util.List;

/** The ways to sign in elsewhere than here, as a client must know them to offer them. */
public interface SignInMethods {

  /** A provider and what a client tells it. */
  record Way(String id, String label, String issuer, String clientId, String scopes) {}

  /** All of them, in the order in which they are to be offered. */
  List<Way> list();
}
