add_library(inkling_flags INTERFACE)
target_include_directories(inkling_flags INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(inkling_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
                       $<$<BOOL:${INKLING_WERROR}>:-Werror>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(inkling_flags INTERFACE -Wno-restrict -Wno-stringop-overflow -Wno-array-bounds)  # warn of "text" + string (GCC bug 105651)
endif()
# errno and traps of the mathematical functions are never looked at; without them loops vectorise.
target_compile_options(inkling_flags INTERFACE -fno-math-errno -fno-trapping-math)

if(EMSCRIPTEN)
  # At the link too: they choose which builds of the system's libraries go in. Whoever has SIMD has had copies of
  # memory and conversions that never trap for years: less code, and copies without a call to JavaScript.
  set(wasm_options -msimd128 -mbulk-memory -mnontrapping-fptoint -fno-exceptions -fno-rtti)
  target_compile_options(inkling_flags INTERFACE ${wasm_options})
  target_link_options(inkling_flags INTERFACE ${wasm_options})
elseif(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  # AVX2 and FMA: any x86 since 2013, and the same bits on each.
  target_compile_options(inkling_flags INTERFACE -march=x86-64-v3)
endif()
if(INKLING_SANITIZE)
  target_compile_options(inkling_flags INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=undefined -g)
  target_link_options(inkling_flags INTERFACE -fsanitize=address,undefined)
endif()
if(INKLING_FUZZ)
  set(fuzz_options -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined -g)
  target_compile_options(inkling_flags INTERFACE ${fuzz_options} -UNDEBUG)  # broken contracts are found too
  target_link_options(inkling_flags INTERFACE ${fuzz_options})
endif()
