/**
 * What holds the chapters together: the application, its configuration, migrations, JSON, filters
 * and the clock.
 *
 * <p>Every key of the configuration is a constant of {@link dev.parley.platform.ConfigurationKey};
 * features read keys through MicroProfile Config and never write a default of their own.
 */
package dev.parley.platform;
