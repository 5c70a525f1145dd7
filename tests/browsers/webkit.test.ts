import { testFeatures } from './suite';

testFeatures('webkit', {
  pointers: ['mouse', 'pen'], // its driver turns touches into mouse events
  threads: /SIMD, one thread/, // WebKitGTK has no shared memory: see web/src/engine/machine.ts
  storesRuns: false, // driven sessions are private and have no file storage
});
