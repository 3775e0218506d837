// Changes made in memory to an OpenAPI document of Twilio, before those of `overlays.mjs`.
//
// Each says which fact, of Twilio's wire or of Twilio's documents, makes it necessary.

import { changeBodySchema, changeProperties, isForm, operationsOf, resolve } from './overlays.mjs';

export function overlayOfVendor(document) {
  for (const operation of operationsOf(document)) {
    sendJsonFieldsAsText(document, operation);
    admitAuthorizationParameter(document, operation);
    preferExampleWithRecords(document, operation);
    makeListWithoutExampleReadable(document, operation);
  }
}

/** A form has no objects: Twilio takes these fields (`TranscriptionsConfiguration`) as JSON text. */
function sendJsonFieldsAsText(document, operation) {
  changeBodySchema(document, operation, isForm, (schema) =>
    changeProperties(schema, (property) =>
      property.type === 'object' ? { ...property, type: 'string' } : property,
    ),
  );
}

/**
 * The Insights operations of Flex have a parameter `Authorization` of their own, a token. It
 * takes the place of the Basic credentials, which the documents demand all the same.
 */
function admitAuthorizationParameter(document, operation) {
  const isAuthorization = ({ name, in: place }) => place === 'header' && name === 'Authorization';
  if (!operation.parameters?.some(isAuthorization)) return;
  const scheme = { type: 'apiKey', in: 'header', name: 'Authorization' };
  document.components.securitySchemes.authorizationParameter = scheme;
  operation.security = [...operation.security, { authorizationParameter: [] }];
}

/**
 * Prism sends the first example, often an empty list: one with records comes first. Its next
 * page is taken away, for Prism would answer the same page for ever.
 */
function preferExampleWithRecords(document, operation) {
  for (const { examples = {} } of listAnswers(document, operation)) {
    for (const [name, example] of Object.entries(examples)) {
      examples[name] = resolve(document, example);
    }
    const hasRecords = ([, { value }]) =>
      Object.values(value).some((field) => Array.isArray(field) && field.length > 0);
    const found = Object.entries(examples).find(hasRecords);
    if (!found) continue;
    const [key, { value }] = found;
    const others = { ...examples };
    for (const other of Object.keys(examples)) delete examples[other];
    if (value.next_page_uri) value.next_page_uri = null;
    Object.assign(examples, { [key]: found[1] }, others);
  }
}

/**
 * Without an example Prism invents the paging fields: a key that names no field of the answer
 * and a next page that is not Twilio's.
 */
function makeListWithoutExampleReadable(document, operation) {
  for (const content of listAnswers(document, operation)) {
    const schema = resolve(document, content.schema);
    const records = Object.keys(schema.properties ?? {}).find(
      (name) => resolve(document, schema.properties[name]).type === 'array',
    );
    const meta = resolve(document, schema.properties?.meta ?? {});
    if (content.examples || !records || !meta.properties) continue;
    const key = { type: 'string', enum: [records] };
    const properties = { ...meta.properties, key, next_page_url: { enum: [null] } };
    const readable = { ...schema.properties, meta: { ...meta, properties } };
    content.schema = { ...schema, properties: readable };
  }
}

/** The contents of the answers of a list; every operation that lists is called so. */
function listAnswers(document, operation) {
  if (!operation.operationId.startsWith('List')) return [];
  return Object.values(operation.responses).flatMap((response) =>
    Object.values(resolve(document, response).content ?? {}),
  );
}
