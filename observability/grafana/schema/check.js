// Fails naming each thing in a dashboard that Grafana's published types don't allow: `npm ci && npm run check`.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { createGenerator } from 'ts-json-schema-generator';

const here = import.meta.dirname;
const dashboards = join(here, '..', 'dashboards');
const type = 'OurDashboard';

const schema = createGenerator({
  path: join(here, 'dashboard.ts'),
  type,
  // Panels of two types have options of the same name.
  expose: 'none',
  skipTypeCheck: true,
  additionalProperties: false,
}).createSchema(type);
// A panel's type says which of the alternatives counts; else one mistake would be reported against each of them.
const panel = schema.definitions[type].properties.panels.items;
panel.type = 'object';
panel.required = ['type'];
panel.discriminator = { propertyName: 'type' };
panel.oneOf = panel.anyOf;
delete panel.anyOf;

const validate = new Ajv({ allErrors: true, discriminator: true, strict: false }).compile(schema);
let wrong = 0;
for (const file of readdirSync(dashboards)) {
  const errors = validate(JSON.parse(readFileSync(join(dashboards, file), 'utf8'))) ? [] : validate.errors;
  wrong += errors.length;
  console.log(`${file}: ${errors.length === 0 ? 'as Grafana wants it' : 'not as Grafana wants it'}`);
  errors.forEach((error) => console.log(`  ${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`));
}
process.exit(wrong === 0 ? 0 : 1);
