/**
 * What administrators see and do: people and their sign-ins, relations, settings.
 *
 * <p>Every act needs a reason, is carried out by the chapter whose rule it is, and writes its line
 * of the audit log in the same transaction; whoever has ceased to administer meanwhile is refused
 * in that transaction. An enabled administrator always stays. What grew into matters of their own
 * are chapters of their own: {@code audit}, {@code announcement}, {@code setting} and, for many
 * people at once, {@code enrolment}.
 */
package dev.parley.admin;
