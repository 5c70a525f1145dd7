import { testFeatures } from './suite';

testFeatures('chromium', {
  pointers: ['mouse', 'touch', 'pen'],
  threads: /SIMD, [2-8]\sthreads/,
  storesRuns: true,
});
