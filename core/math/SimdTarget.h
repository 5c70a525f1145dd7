#pragma once

// The hot loops are compiled once for each kind of vector unit that a program may meet, and all of these are
// linked into it. Each has a namespace of its own, or the linker would take one for another.
#if defined(__AVX512F__)
#define INKLING_TARGET avx512
#elif defined(__AVX__)
#define INKLING_TARGET avx
#else
#define INKLING_TARGET vectors128
#endif

namespace inkling::math::INKLING_TARGET {

#if defined(__AVX512F__)
inline constexpr int vector_bytes = 64, vector_registers = 32;
#elif defined(__AVX__)
inline constexpr int vector_bytes = 32, vector_registers = 16;
#else
inline constexpr int vector_bytes = 16, vector_registers = 16;
#endif

}  // namespace inkling::math::INKLING_TARGET
