// Changes made in memory to GitHub's OpenAPI document, before those of `overlays.mjs`.

import { operationsOf, resolve } from './overlays.mjs';

export function overlayOfVendor(document) {
  demandToken(document);
  for (const operation of operationsOf(document)) unwrapExamples(document, operation);
}

/** The document says nothing of credentials; a request without a token is to be refused. */
function demandToken(document) {
  document.components.securitySchemes = { token: { type: 'http', scheme: 'bearer' } };
  document.security = [{ token: [] }];
}

/** Some examples hold, as their value, a reference to an example: its value is what is meant. */
function unwrapExamples(document, operation) {
  for (const reference of Object.values(operation.responses)) {
    for (const { examples = {} } of Object.values(resolve(document, reference).content ?? {})) {
      for (const example of Object.values(examples)) {
        if (example.value?.$ref) example.value = resolve(document, example.value).value;
      }
    }
  }
}
