import * as oauth from 'oauth4webapi';
import type { Provider } from '../../api/types';
import { paths } from '../../config/paths';
import { keepStarted, type Purpose, type Started } from './started';

const PATIENCE_MS = 10_000;

/** A provider on this machine may do without TLS; the server's configuration sees to that. */
function optionsFor(issuer: URL) {
  return {
    // The library marks it so that nobody uses it unawares.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    [oauth.allowInsecureRequests]: issuer.protocol === 'http:',
    signal: () => AbortSignal.timeout(PATIENCE_MS),
  };
}

async function discover(issuer: URL): Promise<oauth.AuthorizationServer> {
  return oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, optionsFor(issuer)));
}

const callback = () => location.origin + paths.ssoCallback;

/** Sends the browser to the provider's own page; it comes back to the callback. */
export async function begin(provider: Provider, purpose: Purpose, from: string): Promise<void> {
  const server = await discover(new URL(provider.issuer));
  if (!server.authorization_endpoint) throw new oauth.OperationProcessingError('no authorization endpoint');
  const started: Started = {
    provider: provider.id,
    purpose,
    from,
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    verifier: oauth.generateRandomCodeVerifier(),
  };
  const address = new URL(server.authorization_endpoint);
  const parameters = {
    client_id: provider.client_id,
    redirect_uri: callback(),
    response_type: 'code',
    scope: provider.scopes,
    code_challenge: await oauth.calculatePKCECodeChallenge(started.verifier),
    code_challenge_method: 'S256',
    state: started.state,
    nonce: started.nonce,
  };
  Object.entries(parameters).forEach(([name, value]) => address.searchParams.set(name, value));
  keepStarted(started);
  location.assign(address);
}

/** A page that one can be sent to, as safe as the provider's others. */
function endSessionOf(server: oauth.AuthorizationServer, issuer: URL): string | null {
  const address = server.end_session_endpoint;
  const protocol = address && URL.canParse(address) ? new URL(address).protocol : null;
  return address && (protocol === 'https:' || protocol === issuer.protocol) ? address : null;
}

/** Changes the code that the provider has sent for an id token. */
export async function finish(
  provider: Provider,
  started: Started,
  answer: URLSearchParams,
): Promise<{ idToken: string; endSession: string | null }> {
  const issuer = new URL(provider.issuer);
  const server = await discover(issuer);
  const client: oauth.Client = { client_id: provider.client_id };
  const parameters = oauth.validateAuthResponse(server, client, answer, started.state);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    parameters,
    callback(),
    started.verifier,
    optionsFor(issuer),
  );
  const tokens = await oauth.processAuthorizationCodeResponse(server, client, response, {
    expectedNonce: started.nonce,
    requireIdToken: true,
  });
  if (!tokens.id_token) throw new oauth.OperationProcessingError('no id token');
  return { idToken: tokens.id_token, endSession: endSessionOf(server, issuer) };
}
