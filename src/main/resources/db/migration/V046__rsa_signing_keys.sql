-- Tokens are signed by RS256 now: keys of another kind can neither sign nor be verified any more.
-- Access tokens that they signed are refused, and their clients get new ones by their refresh tokens.
delete from signing_key where cast(private_jwk as jsonb) ->> 'kty' <> 'RSA';
