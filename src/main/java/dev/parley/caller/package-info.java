/** Who is asking: the one fact that every resource needs and no feature owns. */
package dev.parley.caller;
