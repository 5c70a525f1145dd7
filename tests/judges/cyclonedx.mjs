// cyclonedx.mjs FILE: fails, and says why, if a bill of materials isn't valid CycloneDX.
import { readFileSync } from 'node:fs';
import { Validation } from '@cyclonedx/cyclonedx-library';

const text = readFileSync(process.argv[2], 'utf8');
const version = JSON.parse(text).specVersion;
const problems = await new Validation.JsonStrictValidator(version).validate(text);
if (problems) {
  console.error(problems);
  process.exitCode = 1;
}
