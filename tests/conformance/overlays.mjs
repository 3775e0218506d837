// Changes made in memory to any OpenAPI document before Prism reads it.
//
// Each overlay says which fact of Prism, or of documents in general, makes it necessary. They let
// right requests through and wrong ones be seen; none of them excuses a wrong request. What the
// documents of one vendor need stands in a module of its own: `twilio_overlays.mjs`.

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];
const FORM = 'application/x-www-form-urlencoded';

/** Apply every overlay to `document`; `name` goes before its operation ids. */
export function overlay(document, name) {
  for (const operation of operationsOf(document)) {
    leaveRefusalsToPrism(operation);
    nameTheOperation(document, operation, name);
    requireBodyWithRequiredFields(document, operation);
    refuseUnknownFormFields(document, operation);
    refuseUnknownJsonFields(document, operation);
    readEveryQueryValue(document, operation);
  }
  sayNullInJsonSchema(document);
}

/**
 * Where an operation has an answer for these, Prism sends that, and the reasons in a header, cut
 * off when long; with a reason that a header cannot hold (a field name in Chinese) it crashes.
 * Its own refusals have the reasons in their body.
 */
function leaveRefusalsToPrism(operation) {
  for (const status of ['400', '401', '415', '422']) delete operation.responses[status];
}

/** Prism does not say which operation it judged: every answer now carries its id. */
function nameTheOperation(document, operation, name) {
  const header = { schema: { type: 'string' }, example: `${name}.${operation.operationId}` };
  for (const [status, reference] of Object.entries(operation.responses)) {
    const response = resolve(document, reference);
    const headers = { ...response.headers, 'X-Operation': header };
    operation.responses[status] = { ...response, headers };
  }
}

/** The documents leave `required` of the body unstated: an empty body would pass all its fields. */
function requireBodyWithRequiredFields(document, operation) {
  for (const { schema } of Object.values(operation.requestBody?.content ?? {})) {
    if (resolve(document, schema).required?.length > 0) operation.requestBody.required = true;
  }
}

/**
 * Prism drops the form fields that `properties` does not name before it validates the rest, so
 * a misspelt one would pass. It leaves the fields alone where the schema itself has no
 * `properties`, as when they are one level down. It then reads one value of a name, not an array:
 * the last one. That value is an item (judge.py sends the others alone).
 *
 * Arrays need this even where no field is misspelt: Prism takes them for plain text, unless an
 * `encoding` is stated, and with one it refuses `+`, which is how a form writes a space.
 */
function refuseUnknownFormFields(document, operation) {
  changeBodySchema(document, operation, isForm, (schema) => {
    const oneValueEach = changeProperties(
      schema,
      (property) => resolve(document, property).items ?? property,
    );
    return { anyOf: [{ ...oneValueEach, additionalProperties: false }] };
  });
}

/** JSON bodies are open in most documents; one that names no field at all stays so. */
function refuseUnknownJsonFields(document, operation) {
  changeBodySchema(document, operation, isJson, (schema) => closed(document, schema));
}

function closed(document, schema) {
  if (Object.keys(schema.properties ?? {}).length > 0) {
    return { additionalProperties: false, ...schema };
  }
  if (!schema.oneOf) return schema;
  return { ...schema, oneOf: schema.oneOf.map((each) => closed(document, resolve(document, each))) };
}

/** `explode` is true by default, but Prism reads an array's last value only if it is unstated. */
function readEveryQueryValue(document, operation) {
  operation.parameters = operation.parameters?.map((reference) => {
    const parameter = resolve(document, reference);
    const isArray = resolve(document, parameter.schema).type === 'array';
    return parameter.in === 'query' && isArray ? { explode: true, ...parameter } : reference;
  });
}

/**
 * `nullable` without `type` means nothing to JSON Schema, and Prism's validator refuses to compile
 * it: the whole body of that operation would pass unseen.
 */
function sayNullInJsonSchema(node) {
  for (const [name, value] of Object.entries(node)) {
    if (value && typeof value === 'object' && !/^examples?$/.test(name)) sayNullInJsonSchema(value);
  }
  if (node.nullable !== true || node.type) return;
  const { nullable, ...schema } = node;
  for (const name of Object.keys(node)) delete node[name];
  node.anyOf = [schema, { enum: [null] }];
}

/** Every operation of a document. */
export function operationsOf(document) {
  return Object.values(document.paths).flatMap((item) =>
    METHODS.filter((method) => item[method]).map((method) => item[method]),
  );
}

/** What a node refers to, or the node itself. */
export function resolve(document, node) {
  if (!node.$ref) return node;
  const steps = node.$ref.slice('#/'.length).split('/');
  const unescape = (step) => step.replaceAll('~1', '/').replaceAll('~0', '~');
  return resolve(document, steps.reduce((found, step) => found[unescape(step)], document));
}

export function isForm(mediaType) {
  return mediaType === FORM;
}

function isJson(mediaType) {
  return /^application\/(.*\+)?json$/.test(mediaType);
}

/** Replace the body's schema by a changed copy: others may refer to the same one. */
export function changeBodySchema(document, operation, isMeant, change) {
  for (const [mediaType, content] of Object.entries(operation.requestBody?.content ?? {})) {
    if (isMeant(mediaType)) content.schema = change(resolve(document, content.schema));
  }
}

export function changeProperties(schema, change) {
  const changed = Object.entries(schema.properties ?? {}).map(([name, property]) => [
    name,
    change(property),
  ]);
  return { ...schema, properties: Object.fromEntries(changed) };
}
