/**
 * Who is asking and with what: the caller, where they come from, and checks of what they send that
 * no feature owns.
 */
package dev.parley.base.request;
