/**
 * The error model: every refusal has a stable code, and over HTTP it is an RFC 9457 problem
 * document.
 *
 * <p>Features throw {@link dev.parley.base.problem.DomainException} with a {@link
 * dev.parley.base.problem.Code} of their own and know nothing of HTTP; an unexpected error is told
 * as an id that stands in the log, and nothing else.
 */
package dev.parley.base.problem;
