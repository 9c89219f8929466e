package dev.parley.identity.signin;

import dev.parley.base.problem.Code;
import java.util.UUID;

/**
 * Somebody could not prove who they are.
 *
 * @param who the same for the same account or name, and tells nothing of it
 * @param user whose account it was about; null when there is no such account, and then nobody is
 *     told what was typed, since some people type their password for their name
 * @param username their name, or null
 * @param address null when it is the caller's own
 */
public record SignInRefused(String who, UUID user, String username, String address, Code why) {}
