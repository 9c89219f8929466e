/** Journeys through the front end in a real browser, against the server that all journeys share. */
package dev.parley.browser;
