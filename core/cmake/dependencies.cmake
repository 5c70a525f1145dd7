# SPDX-License-Identifier: MIT
# Both builds use the system's header-only libraries. The system's include folder as a whole would hide Emscripten's own
# headers, so each library is linked into a folder of the build.
find_path(EIGEN_INCLUDE Eigen/Core PATHS /usr/include/eigen3 /usr/local/include/eigen3 /opt/homebrew/include/eigen3
          NO_CMAKE_FIND_ROOT_PATH REQUIRED)

set(linked_include ${CMAKE_BINARY_DIR}/include)
file(MAKE_DIRECTORY ${linked_include})
file(CREATE_LINK ${EIGEN_INCLUDE}/Eigen ${linked_include}/Eigen SYMBOLIC)
if(INKLING_TESTS OR NOT EMSCRIPTEN)
  find_path(JSON_INCLUDE nlohmann/json.hpp PATHS /usr/include /usr/local/include /opt/homebrew/include
            NO_CMAKE_FIND_ROOT_PATH REQUIRED)
  file(CREATE_LINK ${JSON_INCLUDE}/nlohmann ${linked_include}/nlohmann SYMBOLIC)
endif()
if(INKLING_TESTS)
  find_path(DOCTEST_INCLUDE doctest/doctest.h PATHS /usr/include /usr/local/include /opt/homebrew/include
            NO_CMAKE_FIND_ROOT_PATH REQUIRED)
  file(CREATE_LINK ${DOCTEST_INCLUDE}/doctest ${linked_include}/doctest SYMBOLIC)
endif()

add_library(inkling_headers INTERFACE)
target_include_directories(inkling_headers SYSTEM INTERFACE ${linked_include})

if(NOT EMSCRIPTEN)
  find_package(Threads REQUIRED)
  find_package(ZLIB REQUIRED)
  find_package(PNG REQUIRED)
  find_package(JPEG REQUIRED)
  find_package(CLI11 REQUIRED)
  # Optional: without one of these, `inkling read` names the format and refuses it.
  find_path(GIF_INCLUDE gif_lib.h)
  find_library(GIF_LIBRARY gif)
  find_path(TIFF_INCLUDE tiffio.h)
  find_library(TIFF_LIBRARY tiff)
  find_path(WEBP_INCLUDE webp/decode.h)
  find_library(WEBP_LIBRARY webp)
  # Optional: without it, sheets with codes aren't made, and of several pages aren't read.
  find_package(ZXing QUIET)
  if(INKLING_MPI)
    set(MPI_CXX_SKIP_MPICXX ON)  # only the C functions are used
    find_package(MPI REQUIRED COMPONENTS CXX)
  endif()
endif()
