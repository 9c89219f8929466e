/**
 * The audit log: who did what to which user, why, when and from where.
 *
 * <p>It is append-only: the database refuses to change or remove a line. An act of an administrator
 * writes its line in the act's own transaction, so there is neither one without the other; a
 * refusal writes its line in a transaction of its own, because the refused act has none. Names are
 * those of that moment. No line holds a password, a token, or the text of a message, and what was
 * typed as the name of nobody is not kept.
 *
 * <p>Other chapters know nothing of the log: they fire facts, and a class for each source of them
 * observes: {@code SignInAudit} what {@code account} and {@code signin} say, {@code SsoAudit} what
 * single sign-on does, {@code CallAudit} what else is worth a line. A further source gets an
 * observer class of its own beside them. Administrators' acts are written by the services that
 * carry them out, with {@code AuditService}.
 */
package dev.parley.administration.audit;
