#include "core/picture/DigitPicture.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include "core/picture/ConnectedComponents.h"
#include "core/picture/Downscale.h"
#include "core/picture/InkMask.h"
#include "core/picture/Normalise.h"
#include "core/picture/RuledLines.h"

namespace inkling::picture {

namespace {

/// What is less than this from the paper's grey is grain.
constexpr int least_contrast = 32;

/// The middle one of the greys around the edge, which a digit hardly touches.
int grey_of_paper(const GreyImage& picture) {
  std::vector<std::uint8_t> edge;
  for (int at = 0; at < image_side; ++at) {
    for (const int side : {0, image_side - 1}) {
      edge.push_back(picture.at(at, side));
      edge.push_back(picture.at(side, at));
    }
  }
  std::ranges::nth_element(edge, edge.begin() + std::ssize(edge) / 2);
  return edge[edge.size() / 2];
}

std::optional<DigitImage> as_it_is(const GreyImage& picture) {
  const int paper = grey_of_paper(picture);
  const auto [darkest, lightest] = std::ranges::minmax(picture.pixels);
  if (std::max(paper - darkest, lightest - paper) < least_contrast) return std::nullopt;
  const bool dark_on_light = paper - darkest > lightest - paper;
  DigitImage image{};
  std::ranges::transform(picture.pixels, image.begin(), [dark_on_light](std::uint8_t grey) {
    return dark_on_light ? static_cast<std::uint8_t>(255 - grey) : grey;
  });
  return image;
}

std::optional<DigitImage> fitted(const GreyImage& picture) {
  const GreyImage ink = remove_ruled_lines(ink_mask(downscaled(picture)));
  const std::vector<Component> blobs = find_components(ink);
  if (blobs.empty()) return std::nullopt;
  std::vector<std::uint32_t> all(blobs.size());
  std::iota(all.begin(), all.end(), 0u);
  return normalise(cut_out(ink, blobs, all));
}

}  // namespace

bool has_digit_size(const GreyImage& picture) {
  return picture.width == image_side && picture.height == image_side;
}

std::optional<DigitImage> digit_in(const GreyImage& picture) {
  return has_digit_size(picture) ? as_it_is(picture) : fitted(picture);
}

}  // namespace inkling::picture
