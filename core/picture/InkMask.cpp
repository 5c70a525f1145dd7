#include "core/picture/InkMask.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace inkling::picture {

namespace {

constexpr int greys = 256;

using Histogram = std::array<std::uint32_t, greys>;

/// The grey below which a share of those counted lies.
int quantile(const Histogram& counts, double share) {
  double left = 0;
  for (const std::uint32_t count : counts) left += share * count;
  int grey = 0;
  while (grey < greys - 1 && left >= counts[static_cast<std::size_t>(grey)])
    left -= counts[static_cast<std::size_t>(grey++)];
  return grey;
}

/// Sums over rectangles of a picture in four look-ups each (Crow, 1984).
class Sums {
 public:
  template <class Value>
  Sums(const GreyImage& picture, const Value& value)
      : stride_(picture.width + 1), sums_(stride_ * (picture.height + 1)) {
    for (int y = 0; y < picture.height; ++y) {
      std::uint32_t row = 0;
      for (int x = 0; x < picture.width; ++x) {
        row += value(picture.place(x, y));
        sums_[place(x + 1, y + 1)] = sums_[place(x + 1, y)] + row;
      }
    }
  }

  std::uint32_t over(int left, int top, int right, int bottom) const {
    return sums_[place(right, bottom)] - sums_[place(left, bottom)] - sums_[place(right, top)] +
           sums_[place(left, top)];
  }

 private:
  std::size_t place(int x, int y) const {
    return static_cast<std::size_t>(y) * stride_ + static_cast<std::size_t>(x);
  }

  std::size_t stride_;
  std::vector<std::uint32_t> sums_;  // modulo 2^32: differences of up to 16 million pixels are right
};

/// The mean around each pixel of those that `counts`; 0 where there are none.
template <class Counts>
GreyImage local_mean(const GreyImage& picture, const Counts& counts) {
  const int reach = std::max(12, std::max(picture.width, picture.height) / 8);
  const Sums sums(
      picture, [&](std::size_t place) { return counts(place) ? std::uint32_t{picture.pixels[place]} : 0; });
  const Sums numbers(picture, [&](std::size_t place) { return std::uint32_t{counts(place)}; });
  GreyImage means = GreyImage::black(picture.width, picture.height);
  for (int y = 0; y < picture.height; ++y) {
    const int top = std::max(0, y - reach), bottom = std::min(picture.height, y + reach + 1);
    for (int x = 0; x < picture.width; ++x) {
      const int left = std::max(0, x - reach), right = std::min(picture.width, x + reach + 1);
      const std::uint32_t number = std::max(1u, numbers.over(left, top, right, bottom));
      means.at(x, y) = static_cast<std::uint8_t>((sums.over(left, top, right, bottom) + number / 2) / number);
    }
  }
  return means;
}

/// Grain of single pixels is taken for less when it is spread over three by three (binomial weights). Where
/// there is hardly any the picture stays sharp.
GreyImage without_grain(const GreyImage& picture) {
  Histogram steps{};
  for (int y = 0; y < picture.height; ++y) {
    for (int x = 1; x < picture.width; ++x)
      ++steps[static_cast<std::size_t>(std::abs(picture.at(x, y) - picture.at(x - 1, y)))];
  }
  constexpr int hardly_any = 2;
  if (quantile(steps, 0.5) <= hardly_any) return picture;
  GreyImage result = picture;
  const auto between = [](int before, int at, int after) {
    return static_cast<std::uint8_t>((before + 2 * at + after + 2) / 4);
  };
  for (int y = 0; y < picture.height; ++y) {
    for (int x = 1; x + 1 < picture.width; ++x)
      result.at(x, y) = between(picture.at(x - 1, y), picture.at(x, y), picture.at(x + 1, y));
  }
  const GreyImage across = result;
  for (int y = 1; y + 1 < picture.height; ++y) {
    for (int x = 0; x < picture.width; ++x)
      result.at(x, y) = between(across.at(x, y - 1), across.at(x, y), across.at(x, y + 1));
  }
  return result;
}

/// Ink is what there is less of: it departs further from the grey around it than paper does.
bool dark_on_light(const GreyImage& picture, const GreyImage& means) {
  double skewness = 0;
  for (std::size_t place = 0; place < picture.pixels.size(); ++place) {
    const double off = picture.pixels[place] - means.pixels[place];
    skewness += off * off * off;
  }
  return skewness < 0;
}

void invert(GreyImage& picture) {
  for (std::uint8_t& pixel : picture.pixels) pixel = static_cast<std::uint8_t>(255 - pixel);
}

/// By how much each pixel is lighter than the paper around it, which is what is not lighter than the mean,
/// and with that known what is hardly lighter than it.
GreyImage over_paper(const GreyImage& picture, const GreyImage& means) {
  constexpr int hardly = 12;
  GreyImage paper =
      local_mean(picture, [&](std::size_t place) { return picture.pixels[place] <= means.pixels[place]; });
  paper = local_mean(
      picture, [&](std::size_t place) { return picture.pixels[place] <= paper.pixels[place] + hardly; });
  GreyImage over = picture;
  for (std::size_t place = 0; place < over.pixels.size(); ++place)
    over.pixels[place] = static_cast<std::uint8_t>(std::max(0, picture.pixels[place] - paper.pixels[place]));
  return over;
}

}  // namespace

GreyImage ink_mask(const GreyImage& photograph) {
  GreyImage picture = without_grain(photograph);
  GreyImage means = local_mean(picture, [](std::size_t) { return true; });
  if (dark_on_light(picture, means)) {
    invert(picture);
    invert(means);
  }
  GreyImage ink = over_paper(picture, means);
  Histogram all{}, inked{};
  for (const std::uint8_t pixel : ink.pixels) ++all[pixel];
  // Most of a picture is paper, half of which is not lighter than its mean: three quarters are within the
  // grain's deviation.
  const int grain = quantile(all, 0.75) + 1;
  constexpr int least_contrast = 20;
  for (int grey = std::max(least_contrast, 4 * grain); grey < greys; ++grey) inked[grey] = all[grey];
  const int full = quantile(inked, 0.6);
  const int least = std::max(full / 4, 2 * grain);
  const bool blank = inked == Histogram{} || full <= least;
  for (std::uint8_t& pixel : ink.pixels) {
    const int value = blank ? 0 : 255 * (pixel - least) / (full - least);
    pixel = static_cast<std::uint8_t>(std::clamp(value, 0, 255));
  }
  return ink;
}

}  // namespace inkling::picture
