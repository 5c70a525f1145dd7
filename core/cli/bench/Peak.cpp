#include "core/cli/bench/Peak.h"

#include <algorithm>
#include <vector>

#if defined(__x86_64__)
#include <immintrin.h>
#elif defined(__wasm_simd128__)
#include <wasm_simd128.h>
#endif

namespace inkling::cli {

namespace {

// More sums than latency times units, fewer than registers. Each goes towards scale x + shift = x = 2.
constexpr int sum_count = 12;
constexpr float scale = 0.5f, shift = 1;

double operations(int rounds, int lanes) {
  return 2.0 * rounds * sum_count * lanes;
}

#if defined(__AVX2__)
constexpr const char* plain_name = "256-bit";
using Vector = __m256;
Vector spread(float value) {
  return _mm256_set1_ps(value);
}
Vector multiply_add(Vector x, Vector factor, Vector term) {
  return _mm256_fmadd_ps(x, factor, term);
}
#elif defined(__wasm_simd128__)
constexpr const char* plain_name = "128-bit";
using Vector = v128_t;
Vector spread(float value) {
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
constexpr const char* plain_name = "128-bit";
typedef float Vector __attribute__((vector_size(16)));
Vector spread(float value) {
  return Vector{value, value, value, value};
}
Vector multiply_add(Vector x, Vector factor, Vector term) {
  return x * factor + term;
}
#endif

double plain_work(int rounds, float* result) {
  const Vector factor = spread(scale), term = spread(shift);
  Vector sums[sum_count];
  for (Vector& sum : sums) sum = term;
  for (int round = 0; round < rounds; ++round) {
    for (Vector& sum : sums) sum = multiply_add(sum, factor, term);
  }
  for (const Vector& sum : sums) result[&sum - sums] = reinterpret_cast<const float*>(&sum)[0];
  return operations(rounds, sizeof(Vector) / sizeof(float));
}

#if defined(__x86_64__)
__attribute__((target("avx512f"))) double wide_work(int rounds, float* result) {
  const __m512 factor = _mm512_set1_ps(scale), term = _mm512_set1_ps(shift);
  __m512 sums[sum_count];
  for (__m512& sum : sums) sum = term;
  for (int round = 0; round < rounds; ++round) {
    for (__m512& sum : sums) sum = _mm512_fmadd_ps(sum, factor, term);
  }
  for (const __m512& sum : sums) result[&sum - sums] = _mm512_cvtss_f32(sum);
  return operations(rounds, sizeof(__m512) / sizeof(float));
}

std::vector<VectorUnit> units() {
  std::vector<VectorUnit> units = {{plain_name, plain_work}};
  if (__builtin_cpu_supports("avx512f")) units.push_back({"512-bit", wide_work});
  return units;
}
#else
std::vector<VectorUnit> units() {
  return {{plain_name, plain_work}};
}
#endif

}  // namespace

std::span<const VectorUnit> vector_units() {
  static const std::vector<VectorUnit> all = units();
  return all;
}

Spread peak_gflops(const VectorUnit& unit, const Effort& effort, ThreadPool& pool) {
  constexpr int rounds = 200'000;  // about a millisecond, in which no thread waits for another
  std::vector<float> results(static_cast<std::size_t>(pool.threads()) * sum_count);
  return rate_of(effort, [&] {
    std::vector<double> done(static_cast<std::size_t>(pool.threads()));
    pool.parallel_for(pool.threads(), [&](int thread) {
      const auto place = static_cast<std::size_t>(thread);
      done[place] = unit.work(rounds, results.data() + place * sum_count);
    });
    double sum = 0;
    for (const double operations_done : done) sum += operations_done;
    return sum / 1e9;
  });
}

}  // namespace inkling::cli
