// node read_documents.mjs FILE...
//
// Prints how many operations Prism finds in each OpenAPI document, as JSON.

import { readFile } from 'node:fs/promises';
import { getHttpOperationsFromSpec } from '@stoplight/prism-http';

const counts = {};
for (const path of process.argv.slice(2)) {
  const document = JSON.parse(await readFile(path, 'utf8'));
  counts[path] = (await getHttpOperationsFromSpec(document)).length;
}
process.stdout.write(JSON.stringify(counts));
