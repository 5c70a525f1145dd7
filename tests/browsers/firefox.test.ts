import { testFeatures } from './suite';

testFeatures('firefox', {
  pointers: ['mouse', 'touch'], // its driver has no pen
  threads: /SIMD, [2-8]\sthreads/,
  storesRuns: true,
});
