import { testFeatures } from './suite';

testFeatures('firefox', {
  pointers: ['mouse', 'touch'], // its driver has no pen
  threads: /relaxed SIMD, [2-8]\sthreads/,
  storesRuns: true,
});
