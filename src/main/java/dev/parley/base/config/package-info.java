/**
 * The configuration: every key, its form and its default, and which of them change at run time.
 *
 * <p>Every key is a constant of {@link dev.parley.base.config.ConfigurationKey}; features read keys
 * through MicroProfile Config and never write a default of their own.
 *
 * <p>What administrators may change while the application runs is a choice among the keys. What
 * they have set is in the database and wins over the configuration; each node reads it again every
 * two seconds, and the node that changed it at once. A feature that uses such a setting asks for it
 * at each call and keeps nothing.
 */
package dev.parley.base.config;
