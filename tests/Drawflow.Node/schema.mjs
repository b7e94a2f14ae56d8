// Checks flows against the schema of `flow schema` with Ajv, a full validator of JSON Schema 2020-12: node schema.mjs SCHEMA FILE...
// Exit code 1 where a flow is refused.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const Ajv = require('ajv/dist/2020').default;
const [schemaFile, ...files] = process.argv.slice(2);
const validate = new Ajv({ allErrors: true, strict: false, validateFormats: false }).compile(JSON.parse(readFileSync(schemaFile, 'utf8')));
let refused = 0;
for (const file of files) {
  const accepted = validate(JSON.parse(readFileSync(file, 'utf8')));
  refused += accepted ? 0 : 1;
  console.log(`${file}: ${accepted ? 'accepted' : 'refused'}`);
  for (const error of accepted ? [] : validate.errors) {
    console.log(`  ${error.instancePath}: ${error.message}`);
  }
}
process.exit(refused > 0 ? 1 : 0);
