import { testFeatures } from './suite';

testFeatures('webkit', {
  pointers: ['mouse', 'pen'], // its driver makes a touch a mouse
  threads: /SIMD, one thread/, // WebKitGTK has no shared memory: see web/src/engine/machine.ts
  storesRuns: false, // what a driver starts has a private session, which has no files
});
