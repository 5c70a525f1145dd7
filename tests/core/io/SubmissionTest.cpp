#include "core/io/Submission.h"

#include <doctest/doctest.h>

#include <vector>

using namespace inkling;
using namespace inkling::io;

TEST_CASE("a submission has a line for each image, ids from 1") {
  CHECK(submission_csv(std::vector<std::uint8_t>{7, 0, 9}) == "ImageId,Label\n1,7\n2,0\n3,9\n");
}

TEST_CASE("a submission of no images is its header") {
  CHECK(submission_csv({}) == "ImageId,Label\n");
}
