import { expect, test } from 'vitest';
import { coreCount } from '#web/engine/machine';

test('trusts the reported number of cores, except WebKit’s, which rounds two up to four', () => {
  const webkit = { vendor: 'Apple Computer, Inc.', hardwareConcurrency: 4 };
  expect(coreCount({ ...webkit, platform: 'Linux x86_64' })).toBe(2);
  expect(coreCount({ ...webkit, platform: 'Linux x86_64', hardwareConcurrency: 8 })).toBe(8);
  expect(coreCount({ ...webkit, platform: 'MacIntel' })).toBe(4);
  expect(
    coreCount({ vendor: 'Google Inc.', platform: 'Linux x86_64', hardwareConcurrency: 4 }),
  ).toBe(4);
  expect(coreCount({})).toBe(1);
});
