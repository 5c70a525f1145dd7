# SPDX-License-Identifier: MIT
add_library(inkling_flags INTERFACE)
target_include_directories(inkling_flags INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(inkling_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
                       $<$<BOOL:${INKLING_WERROR}>:-Werror>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # False alarms in the standard library's strings and variants (GCC bugs 105651 and 105562).
  target_compile_options(inkling_flags INTERFACE -Wno-restrict -Wno-stringop-overflow -Wno-array-bounds
                         -Wno-maybe-uninitialized)
endif()
# No code reads errno or floating-point traps of mathematical functions. Without them, loops vectorise.
target_compile_options(inkling_flags INTERFACE -fno-math-errno -fno-trapping-math)

if(EMSCRIPTEN)
  # Link options too: they choose the builds of the system libraries. Every browser with SIMD also has bulk memory and
  # non-trapping conversions: less code, and copies without a call to JavaScript.
  set(wasm_options -msimd128 -mbulk-memory -mnontrapping-fptoint -fno-exceptions -fno-rtti)
  target_compile_options(inkling_flags INTERFACE ${wasm_options})
  target_link_options(inkling_flags INTERFACE ${wasm_options})
elseif(INKLING_MARCH)
  target_compile_options(inkling_flags INTERFACE -march=${INKLING_MARCH})
endif()

if(INKLING_SANITIZE)
  set(sanitizer_options -fsanitize=${INKLING_SANITIZE} -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  target_compile_options(inkling_flags INTERFACE ${sanitizer_options})
  target_link_options(inkling_flags INTERFACE ${sanitizer_options})
endif()
