// Shows the document of this very server. Calls can be tried where the API answers at the same
// origin; on the operational port they can only be read.
fetch('/openapi', { headers: { Accept: 'application/json' } })
  .then((answer) => {
    if (!answer.ok) throw new Error(`the document could not be loaded (${answer.status})`);
    return answer.json();
  })
  .then((spec) => {
    const answersHere = spec.servers.some(({ url }) => url === location.origin);
    SwaggerUIBundle({
      dom_id: '#api',
      spec,
      deepLinking: true,
      docExpansion: 'none',
      validatorUrl: null,
      ...(answersHere ? {} : { supportedSubmitMethods: [] }),
    });
  })
  .catch((problem) => {
    document.getElementById('api').textContent = `Sorry: ${problem.message}`;
  });
