/**
 * What every call over HTTP passes: filters, the reading and writing of JSON, the front end's page.
 */
package dev.parley.server.http;
