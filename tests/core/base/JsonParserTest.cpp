// SPDX-License-Identifier: MIT
#include "core/base/JsonParser.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "core/base/Random.h"

using namespace inkling;

namespace {

bool accepted(std::string_view text) {
  return parse_json(text).has_value();
}

/// The same value as an independent library represents it.
nlohmann::json converted(const JsonValue& json) {
  switch (json.kind) {
    case JsonValue::Kind::null:
      return nullptr;
    case JsonValue::Kind::boolean:
      return json.number != 0;
    case JsonValue::Kind::number:
      return json.number;
    case JsonValue::Kind::string:
      return json.string;
    case JsonValue::Kind::array: {
      nlohmann::json list = nlohmann::json::array();
      for (const JsonValue& item : json.items) list.push_back(converted(item));
      return list;
    }
    case JsonValue::Kind::object: {
      nlohmann::json object = nlohmann::json::object();
      for (std::size_t index = 0; index < json.items.size(); ++index) {
        object[json.keys[index]] = converted(json.items[index]);
      }
      return object;
    }
  }
  return {};
}

const std::string sample =
    R"( {"label": 7, "writer":"w\u00e9\ud83d\ude00\n", "strokes":[[[1.5,-2e1],[0,0.25E-2]],[]], "nested":{"inner":null}, "boolean":[true,false]} )";

}  // namespace

TEST_CASE("every kind of JSON value is parsed") {
  const auto json = parse_json(sample);
  REQUIRE(json.has_value());
  CHECK(json->find("label")->as_uint64() == 7);
  CHECK(json->find("writer")->string == "w\xc3\xa9\xf0\x9f\x98\x80\n");
  CHECK(json->find("strokes")->items[0].items[0].items[1].number == -20);
  CHECK(json->find("nested")->find("inner")->kind == JsonValue::Kind::null);
  CHECK(json->find("boolean")->items[0].kind == JsonValue::Kind::boolean);
  CHECK(json->find("nothing") == nullptr);
  CHECK(converted(*json) == nlohmann::json::parse(sample));
}

TEST_CASE("text that RFC 8259 does not allow is rejected") {
  for (const char* text : {"",
                           " ",
                           "{",
                           "[",
                           "\"",
                           "[1,]",
                           "[,1]",
                           "[1 2]",
                           "{\"a\"}",
                           "{\"a\":}",
                           "{\"a\":1,}",
                           "{a:1}",
                           "{'a':1}",
                           "{1:1}",
                           "nul",
                           "True",
                           "NaN",
                           "Infinity",
                           "-",
                           "+1",
                           "01",
                           "-01",
                           "1.",
                           ".5",
                           "1e",
                           "1e+",
                           "0x10",
                           "1,5",
                           "1e999",
                           "[1]]",
                           "1 1",
                           "\"\t\"",
                           "\"\\x\"",
                           "\"\\u12\"",
                           "\"\\u12g4\"",
                           "\"\\",
                           "\"\\ud800\"",
                           "\"\\udc00\"",
                           "\"\\ud800\\u0041\"",
                           "\"\x80\"",
                           "\"\xc0\xaf\"",
                           "\"\xe0\x80\x80\"",
                           "\"\xed\xa0\x80\"",
                           "\"\xf4\x90\x80\x80\"",
                           "\"\xc3\"",
                           "\"\xff\"",
                           "\xef\xbb\xbf[]",
                           "[1]\f",
                           "/**/1"}) {
    CAPTURE(text);
    CHECK_FALSE(accepted(text));
  }
}

TEST_CASE("duplicate keys and deep nesting are rejected") {
  CHECK_FALSE(accepted(R"({"a":1,"b":2,"a":3})"));
  CHECK_FALSE(accepted(R"([{"a":1,"\u0061":3}])"));
  CHECK(accepted(R"([{"a":1},{"a":3}])"));
  const std::string open(32, '['), close(32, ']');
  CHECK(accepted(open + close));
  CHECK_FALSE(accepted("[[" + open + close + "]]"));
  CHECK_FALSE(accepted(std::string(1'000'000, '[')));
}

TEST_CASE("as_uint64 returns integers that a double holds exactly, and nothing else") {
  const auto whole = [](const char* text) { return parse_json(text)->as_uint64(); };
  CHECK(whole("0") == 0);
  CHECK(whole("9007199254740992") == 9007199254740992);
  for (const char* text : {"-1", "0.5", "9007199254740994", "1e300", "\"1\"", "null", "true"}) {
    CAPTURE(text);
    CHECK_FALSE(whole(text).has_value());
  }
}

TEST_CASE("a mutated text is accepted exactly when an independent library accepts it, with the same value") {
  Random random(7);
  const std::string pieces = "{}[]\",:\\ue0 1.-+tfn\x80\xc3\xa9\t";
  int accepted_count = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string text = sample;
    for (std::uint64_t changes = 1 + random.below(3); changes > 0; --changes) {
      const std::size_t place = random.below(text.size());
      if (random.below(2) == 0)
        text[place] = pieces[random.below(pieces.size())];
      else
        text.erase(place, 1 + random.below(4));
    }
    CAPTURE(text);
    const auto json = parse_json(text);
    const auto reference = nlohmann::json::parse(text, nullptr, /*allow_exceptions=*/false);
    REQUIRE(json.has_value() == !reference.is_discarded());
    if (!json) continue;
    REQUIRE(converted(*json) == reference);
    ++accepted_count;
  }
  CHECK(accepted_count > 500);
}

TEST_CASE("a string survives the round trip, and bytes that are not UTF-8 become question marks") {
  std::string all;
  for (char character = 1; character < 127; ++character) all += character;
  all += "\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80";
  CHECK(nlohmann::json::parse(json_string(all)).get<std::string>() == all);
  CHECK(parse_json(json_string(all))->string == all);
  CHECK(json_string("a\xff\xc3z") == "\"a??z\"");
}
