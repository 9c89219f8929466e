/**
 * How the chapters reach the database by plain SQL.
 *
 * <p>A transaction has one connection of the pool, whether JPA or SQL came first. The server would
 * let SQL take a second one beside that of JPA, and keep it to the end of the transaction: as many
 * transactions as the pool has connections could then wait for each other.
 */
package dev.parley.base.sql;
