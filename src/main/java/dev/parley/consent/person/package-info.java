/**
 * People as other people see them.
 *
 * <p>Before two people are connected one sees little of the other; somebody who blocks is not there
 * for those they block. A name that means nobody to the viewer is refused as unknown, whatever the
 * cause.
 */
package dev.parley.consent.person;
