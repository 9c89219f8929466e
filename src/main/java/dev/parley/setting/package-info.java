/**
 * Settings that administrators may change while the application runs.
 *
 * <p>What may change is a choice among the keys of the configuration. What an administrator has set
 * is in the database and wins over the configuration; each node reads it again every two seconds,
 * and the node that changed it at once. A feature that uses such a setting asks for it at each call
 * and keeps nothing.
 */
package dev.parley.setting;
