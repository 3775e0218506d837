// node judge.mjs DOCUMENT...
//
// A DOCUMENT is JSON: its `path`, the `name` that goes before its operation ids, and `overlays`,
// the module beside this one with the changes that its vendor's documents need.
//
// One HTTP server on 127.0.0.1 in which Prism judges requests against OpenAPI documents. Prints
// its port on a line when it is ready; ends on SIGTERM and when its standard input closes.
//
// The query parameter `__server` of a request names the host it was meant for. The answer to a
// right request is the document's own, with the operation in the header `X-Operation`. A wrong
// one is answered with a problem document, which has the violations in `validation` or `detail`.

import { readFile } from 'node:fs/promises';
import { createLogger } from '@stoplight/prism-core';
import { getHttpOperationsFromSpec } from '@stoplight/prism-http';
import { createServer } from '@stoplight/prism-http-server';
import { operationsOf, overlay } from './overlays.mjs';

const CONFIGURATION = {
  isProxy: false,
  mock: { dynamic: false },
  checkSecurity: true,
  validateRequest: true,
  // Vendors' examples break their own schemas here and there; only requests are judged.
  validateResponse: false,
  errors: false,
};

async function readOperations(argument) {
  const { name, path, overlays } = JSON.parse(argument);
  const document = JSON.parse(await readFile(path, 'utf8'));
  // Prism fails on a document without operations, and Twilio publishes some.
  if (operationsOf(document).length === 0) return [];
  const { overlayOfVendor } = await import(`./${overlays}`);
  overlayOfVendor(document);
  overlay(document, name);
  return getHttpOperationsFromSpec(document);
}

/** Of two operations on one route Prism would judge only by the first. */
function refuseSharedRoutes(operations) {
  const seen = new Set();
  for (const { method, path, servers } of operations) {
    const route = `${method} ${servers[0].url}${path.replaceAll(/{[^}]*}/g, '{}')}`;
    if (seen.has(route)) throw new Error(`two operations have the route ${route}`);
    seen.add(route);
  }
}

const operations = (await Promise.all(process.argv.slice(2).map(readOperations))).flat();
refuseSharedRoutes(operations);
const server = createServer(operations, {
  cors: false,
  config: CONFIGURATION,
  components: { logger: createLogger('judge', { level: 'silent' }) },
});
const address = await server.listen(0, '127.0.0.1');

// A request on which Prism fails gets no answer; those after it shall.
process.on('unhandledRejection', (error) => console.error(error));

const stop = () => process.exit(0);
process.on('SIGTERM', stop);
process.stdin.on('close', stop).resume();
console.log(new URL(address).port);
