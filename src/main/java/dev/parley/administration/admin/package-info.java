/**
 * What administrators see and do: people and their sign-ins, relations, settings.
 *
 * <p>Every act needs a reason, is carried out by the chapter whose rule it is, and writes its line
 * of the audit log in the same transaction; a user who has ceased to administer meanwhile is
 * refused in that transaction. An enabled administrator always stays. The audit log, announcements
 * and imports of many people are chapters of their own.
 */
package dev.parley.administration.admin;
