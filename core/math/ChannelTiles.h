#pragma once

#include "core/math/ChannelPass.h"
#include "core/math/Lanes.h"

// Compiled for each target: see Target.h. What a function does is told in ChannelPass.h. Each goes over the
// positions with a block of channels' amounts in registers, and every sum is in the order of the positions.
namespace inkling::math::INKLING_TARGET {

/// A map whose ways are known when it is compiled.
template <bool with_relu, bool with_pool>
struct Ways {
  static constexpr bool relu = with_relu, pool = with_pool;
  static constexpr int side = pool ? 2 : 1, cells = side * side;  // of the square that makes one output
};

template <class Visit>
void with_constant_ways(const ChannelMap& map, Visit visit) {
  if (map.relu && map.pool) return visit(Ways<true, true>());
  if (map.relu) return visit(Ways<true, false>());
  if (map.pool) return visit(Ways<false, true>());
  visit(Ways<false, false>());
}

/// The first number of a square's cell, counted from the square's own first.
template <class Way>
constexpr int cell_offset(const ChannelMap& map, int cell) {
  return (cell / Way::side * map.width + cell % Way::side) * map.channels;
}

/// Calls `visit(offset into the image, offset into the output)` for every square.
template <class Way, class Visit>
void for_each_square(const ChannelMap& map, Visit visit) {
  int output = 0;
  for (int y = 0; y + Way::side <= map.height; y += Way::side) {
    int image = y * map.width * map.channels;
    for (int x = 0; x + Way::side <= map.width; x += Way::side) {
      visit(image, output);
      image += Way::side * map.channels;
      output += map.channels;
    }
  }
}

/// Calls `visit(offset into the image)` for every position that no square has.
template <class Way, class Visit>
void for_each_left_over(const ChannelMap& map, Visit visit) {
  if constexpr (!Way::pool) return;
  const int whole_width = map.width / Way::side * Way::side,
            whole_height = map.height / Way::side * Way::side;
  for (int y = 0; y < map.height; ++y) {
    for (int x = y < whole_height ? whole_width : 0; x < map.width; ++x)
      visit((y * map.width + x) * map.channels);
  }
}

template <class Lane, int vectors, class Scalar>
void load(const Scalar* from, typename Lane::Values (&values)[vectors]) {
  for (int vector = 0; vector < vectors; ++vector) {
    values[vector] = Lane::load(from + vector * Lane::size).values;
  }
}

template <class Lane, int vectors, class Scalar>
void store(const typename Lane::Values (&values)[vectors], Scalar* to) {
  for (int vector = 0; vector < vectors; ++vector) Lane{values[vector]}.store(to + vector * Lane::size);
}

template <class Values, int cells>
Values largest_of(const Values (&values)[cells]) {
  Values largest = values[0];
  for (int cell = 1; cell < cells; ++cell) largest = larger(largest, values[cell]);
  return largest;
}

/// Hands the gradient by a square's output to the cell that it came from.
template <class Way, class Values>
void route(const Values (&responses)[Way::cells], Values gradient, Values (&routed)[Way::cells]) {
  const Values zero{}, largest = largest_of(responses);
  if constexpr (Way::relu) gradient = largest > zero ? gradient : zero;
  if constexpr (!Way::pool) {
    routed[0] = gradient;
  } else {
    for (int cell = 0; cell < Way::cells; ++cell) {
      const auto chosen = responses[cell] == largest;
      routed[cell] = chosen ? gradient : zero;
      gradient = chosen ? zero : gradient;
    }
  }
}

/// The values of one vector of channels in the cells of a square.
template <class Way, class Lane, class Scalar>
void load_square(const ChannelMap& map, const Scalar* square, typename Lane::Values (&values)[Way::cells]) {
  for (int cell = 0; cell < Way::cells; ++cell) {
    values[cell] = Lane::load(square + cell_offset<Way>(map, cell)).values;
  }
}

template <class Scalar>
void measure_channels(const Scalar* image, int positions, int channels, Scalar* mean, Scalar* squares) {
  for_each_column_block<Scalar, 4>(channels, [&]<class Lane>(Lane, auto vectors, int channel) {
    typename Lane::Values sums[vectors] = {}, deviations[vectors] = {};
    const Scalar* values = image + channel;
    for (int position = 0; position < positions; ++position, values += channels) {
      for (int vector = 0; vector < vectors; ++vector) {
        sums[vector] += Lane::load(values + vector * Lane::size).values;
      }
    }
    for (auto& sum : sums) sum /= Scalar(positions);
    values = image + channel;
    for (int position = 0; position < positions; ++position, values += channels) {
      for (int vector = 0; vector < vectors; ++vector) {
        const auto deviation = Lane::load(values + vector * Lane::size).values - sums[vector];
        deviations[vector] += deviation * deviation;
      }
    }
    store<Lane, vectors>(sums, mean + channel);
    store<Lane, vectors>(deviations, squares + channel);
  });
}

template <class Scalar>
void map_channels(const ChannelMap& map, const Scalar* image, const ChannelFactors<Scalar>& factors,
                  Scalar* output) {
  with_constant_ways(map, [&]<class Way>(Way) {
    for_each_column_block<Scalar, 4>(map.channels, [&]<class Lane>(Lane, auto vectors, int channel) {
      typename Lane::Values factor[vectors], offset[vectors];
      load<Lane, vectors>(factors.factor + channel, factor);
      load<Lane, vectors>(factors.offset + channel, offset);
      for_each_square<Way>(map, [&](int image_offset, int output_offset) {
        for (int vector = 0; vector < vectors; ++vector) {
          const int place = channel + vector * Lane::size;
          typename Lane::Values values[Way::cells];
          load_square<Way, Lane>(map, image + image_offset + place, values);
          for (auto& value : values) value = value * factor[vector] + offset[vector];
          auto largest = largest_of(values);
          if constexpr (Way::relu) largest = larger(largest, Lane::zero().values);
          Lane{largest}.store(output + output_offset + place);
        }
      });
    });
  });
}

template <class Scalar>
void add_channel_gradients(const ChannelMap& map, const Scalar* image, const ChannelFactors<Scalar>& factors,
                           const Scalar* output_gradient, const Scalar* mean, Scalar* sums,
                           Scalar* products) {
  with_constant_ways(map, [&]<class Way>(Way) {
    for_each_column_block<Scalar, 2>(map.channels, [&]<class Lane>(Lane, auto vectors, int channel) {
      using Values = typename Lane::Values;
      Values factor[vectors], offset[vectors], means[vectors], sum[vectors], product[vectors];
      load<Lane, vectors>(factors.factor + channel, factor);
      load<Lane, vectors>(factors.offset + channel, offset);
      load<Lane, vectors>(mean + channel, means);
      load<Lane, vectors>(sums + channel, sum);
      load<Lane, vectors>(products + channel, product);
      for_each_square<Way>(map, [&](int image_offset, int output_offset) {
        for (int vector = 0; vector < vectors; ++vector) {
          const int place = channel + vector * Lane::size;
          Values values[Way::cells], responses[Way::cells], routed[Way::cells];
          load_square<Way, Lane>(map, image + image_offset + place, values);
          for (int cell = 0; cell < Way::cells; ++cell) {
            responses[cell] = values[cell] * factor[vector] + offset[vector];
          }
          route<Way>(responses, Lane::load(output_gradient + output_offset + place).values, routed);
          for (int cell = 0; cell < Way::cells; ++cell) {
            sum[vector] += routed[cell];
            product[vector] += routed[cell] * (values[cell] - means[vector]);
          }
        }
      });
      store<Lane, vectors>(sum, sums + channel);
      store<Lane, vectors>(product, products + channel);
    });
  });
}

template <class Scalar>
void channel_image_gradient(const ChannelMap& map, const Scalar* image, const ChannelFactors<Scalar>& factors,
                            const Scalar* output_gradient, const GradientFactors<Scalar>& by_image,
                            Scalar* image_gradient) {
  with_constant_ways(map, [&]<class Way>(Way) {
    for_each_column_block<Scalar, 1>(map.channels, [&]<class Lane>(Lane, auto, int channel) {
      using Values = typename Lane::Values;
      const Values factor = Lane::load(factors.factor + channel).values,
                   offset = Lane::load(factors.offset + channel).values,
                   gradient_factor = Lane::load(by_image.gradient_factor + channel).values,
                   image_factor = Lane::load(by_image.image_factor + channel).values,
                   shift = Lane::load(by_image.offset + channel).values;
      for_each_square<Way>(map, [&](int image_offset, int output_offset) {
        Values values[Way::cells], responses[Way::cells], routed[Way::cells];
        load_square<Way, Lane>(map, image + image_offset + channel, values);
        for (int cell = 0; cell < Way::cells; ++cell) responses[cell] = values[cell] * factor + offset;
        route<Way>(responses, Lane::load(output_gradient + output_offset + channel).values, routed);
        for (int cell = 0; cell < Way::cells; ++cell) {
          const Values gradient = routed[cell] * gradient_factor + (values[cell] * image_factor + shift);
          Lane{gradient}.store(image_gradient + image_offset + channel + cell_offset<Way>(map, cell));
        }
      });
      for_each_left_over<Way>(map, [&](int image_offset) {
        const Values value = Lane::load(image + image_offset + channel).values;
        Lane{value * image_factor + shift}.store(image_gradient + image_offset + channel);
      });
    });
  });
}

}  // namespace inkling::math::INKLING_TARGET
