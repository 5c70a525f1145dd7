# SPDX-License-Identifier: MIT
# Compiles the core's sources of this kind as the object library `name`, with the options in ARGN.
function(add_objects name kind)
  get_property(sources GLOBAL PROPERTY core_${kind}_sources)
  add_library(${name} OBJECT ${sources})
  target_compile_options(${name} PRIVATE ${ARGN})
  target_link_libraries(${name} PRIVATE inkling_flags inkling_headers)
endfunction()

# Compiles all of the core but its kernels, with the options in ARGN.
function(add_core_objects name)
  foreach(kind fast small)
    add_objects(${name}_${kind} ${kind} ${ARGN})
    target_precompile_headers(${name}_${kind} PRIVATE ${PROJECT_SOURCE_DIR}/core/precompiled.h)
  endforeach()
  if(EMSCRIPTEN)
    target_compile_options(${name}_small PRIVATE -Oz)
  endif()
endfunction()

# Adds the core as a static library `name`: the `objects` of add_core_objects(), and kernels compiled with the options
# in ARGN, which its users inherit.
function(add_core name objects)
  add_objects(${name}_kernels kernels ${ARGN})
  if(NOT EMSCRIPTEN AND CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
    add_kernels(${name}_kernels Avx512 x86-64-v4)
    if(NOT INKLING_MARCH MATCHES "v[34]$")
      add_kernels(${name}_kernels Avx2 x86-64-v3)
    endif()
  endif()
  add_library(${name} STATIC $<TARGET_OBJECTS:${objects}_fast> $<TARGET_OBJECTS:${objects}_small>
                             $<TARGET_OBJECTS:${name}_kernels>)
  set_target_properties(${name} PROPERTIES LINKER_LANGUAGE CXX)
  target_compile_options(${name} INTERFACE ${ARGN})
  target_link_options(${name} INTERFACE ${ARGN})
  target_link_libraries(${name} PUBLIC inkling_flags inkling_headers)
  if(NOT EMSCRIPTEN)
    target_link_libraries(${name} PUBLIC Threads::Threads)
  endif()
endfunction()

# Compiles the kernels once more, for processors with `march`. The program chooses at run time (math/Kernels.cpp).
function(add_kernels target name march)
  string(TOUPPER INKLING_${name} definition)
  target_compile_definitions(${target} PRIVATE ${definition})
  set_source_files_properties(${PROJECT_SOURCE_DIR}/core/math/Kernels${name}.cpp
                              PROPERTIES COMPILE_OPTIONS -march=${march})
endfunction()
