// SPDX-License-Identifier: MIT
#include "core/cli/bench/PeakFlops.h"

#include <algorithm>
#include <numeric>
#include <vector>

#if defined(__x86_64__)
#include <immintrin.h>
#elif defined(__wasm_simd128__)
#include <wasm_simd128.h>
#endif

namespace inkling::cli {

namespace {

// More sums than latency times the number of units, fewer than registers. Each converges to 2 = scale * 2 +
// shift.
constexpr int sum_count = 12;
constexpr float scale = 0.5f, shift = 1;

double operations(int rounds, int lanes) {
  return 2.0 * rounds * sum_count * lanes;
}

#if defined(__AVX2__)
constexpr const char* baseline_name = "256-bit";
using Vector = __m256;
Vector broadcast(float value) {
  return _mm256_set1_ps(value);
}
Vector multiply_add(Vector x, Vector factor, Vector term) {
  return _mm256_fmadd_ps(x, factor, term);
}
#elif defined(__wasm_simd128__)
constexpr const char* baseline_name = "128-bit";
using Vector = v128_t;
Vector broadcast(float value) {
  return wasm_f32x4_splat(value);
}
Vector multiply_add(Vector x, Vector factor, Vector term) {
#if defined(__wasm_relaxed_simd__)
  return wasm_f32x4_relaxed_madd(x, factor, term);
#else
  return wasm_f32x4_add(wasm_f32x4_mul(x, factor), term);
#endif
}
#else
constexpr const char* baseline_name = "128-bit";
typedef float Vector __attribute__((vector_size(16)));
Vector broadcast(float value) {
  return Vector{value, value, value, value};
}
Vector multiply_add(Vector x, Vector factor, Vector term) {
  return x * factor + term;
}
#endif

double baseline_work(int rounds, float* result) {
  const Vector factor = broadcast(scale), term = broadcast(shift);
  Vector sums[sum_count];
  for (Vector& sum : sums) sum = term;
  for (int round = 0; round < rounds; ++round) {
    for (Vector& sum : sums) sum = multiply_add(sum, factor, term);
  }
  for (const Vector& sum : sums) result[&sum - sums] = reinterpret_cast<const float*>(&sum)[0];
  return operations(rounds, sizeof(Vector) / sizeof(float));
}

#if defined(__x86_64__)
#if !defined(__AVX2__)
__attribute__((target("avx2,fma"))) double avx2_work(int rounds, float* result) {
  const __m256 factor = _mm256_set1_ps(scale), term = _mm256_set1_ps(shift);
  __m256 sums[sum_count];
  for (__m256& sum : sums) sum = term;
  for (int round = 0; round < rounds; ++round) {
    for (__m256& sum : sums) sum = _mm256_fmadd_ps(sum, factor, term);
  }
  for (const __m256& sum : sums) result[&sum - sums] = _mm256_cvtss_f32(sum);
  return operations(rounds, sizeof(__m256) / sizeof(float));
}
#endif

__attribute__((target("avx512f"))) double avx512_work(int rounds, float* result) {
  const __m512 factor = _mm512_set1_ps(scale), term = _mm512_set1_ps(shift);
  __m512 sums[sum_count];
  for (__m512& sum : sums) sum = term;
  for (int round = 0; round < rounds; ++round) {
    for (__m512& sum : sums) sum = _mm512_fmadd_ps(sum, factor, term);
  }
  for (const __m512& sum : sums) result[&sum - sums] = _mm512_cvtss_f32(sum);
  return operations(rounds, sizeof(__m512) / sizeof(float));
}
#endif

std::vector<VectorUnit> units() {
  std::vector<VectorUnit> units = {{baseline_name, baseline_work}};
#if defined(__x86_64__)
#if !defined(__AVX2__)
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
    units.push_back({"256-bit", avx2_work});
#endif
  if (__builtin_cpu_supports("avx512f")) units.push_back({"512-bit", avx512_work});
#endif
  return units;
}

/// Returns the median of the best unit, and adds all of them to `list`.
double measure_all_units(int threads, const BenchOptions& options, Json& list) {
  double best = 0;
  ThreadPool pool(threads);
  for (const VectorUnit& unit : vector_units()) {
    const Spread gflops = measure_peak_gflops(unit, options, pool);
    best = std::max(best, gflops.median);
    Json json = {{"vectors", unit.name}, {"threads", threads}};
    json.update(to_json(gflops));
    list.push_back(std::move(json));
  }
  return best;
}

}  // namespace

std::span<const VectorUnit> vector_units() {
  static const std::vector<VectorUnit> all = units();
  return all;
}

Spread measure_peak_gflops(const VectorUnit& unit, const BenchOptions& options, ThreadPool& pool) {
  constexpr int rounds = 200'000;  // about a millisecond, so that starting the threads costs little
  std::vector<float> results(static_cast<std::size_t>(pool.threads()) * sum_count);
  return measure_rate(options, [&] {
    std::vector<double> operations_done(static_cast<std::size_t>(pool.threads()));
    pool.parallel_for(pool.threads(), [&](int thread) {
      const auto index = static_cast<std::size_t>(thread);
      operations_done[index] = unit.work(rounds, results.data() + index * sum_count);
    });
    return std::accumulate(operations_done.begin(), operations_done.end(), 0.0) / 1e9;
  });
}

PeakFlops measure_peak(const BenchOptions& options, int threads) {
  const BenchOptions brief{options.runs, std::min(options.seconds, 0.05)};
  PeakFlops peak;
  peak.one_thread = measure_all_units(1, brief, peak.json);
  peak.all_threads = threads == 1 ? peak.one_thread : measure_all_units(threads, brief, peak.json);
  return peak;
}

Json run_benchmark(const Benchmark& benchmark, const PeakFlops& peak) {
  const Spread result = benchmark.measure();
  Json json = {{"name", benchmark.name}, {"unit", benchmark.unit}, {"threads", benchmark.threads}};
  json.update(to_json(result));
  const double max_gflops = benchmark.threads == 1 ? peak.one_thread : peak.all_threads;
  if (benchmark.gflop_per_unit > 0)
    json["share_of_peak"] = result.median * benchmark.gflop_per_unit / max_gflops;
  return json;
}

}  // namespace inkling::cli
