package dev.parley.base.config;

import java.util.List;

/** Knows the keys of the configuration; the platform, which has them, says which may change. */
public interface KnownSettings {

  /** The settings that administrators may change, in the order they are shown. */
  List<KnownSetting> changeable();
}
