/** The OpenAPI document: what is the same for every call is added to what the methods say. */
package dev.parley.server.openapi;
