// Vectors of stems at run time: how near in meaning two stems are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "engine/lexicon/lexicons.h"
#include "engine/vectorizer/stem_vectors.h"

namespace rashomon {

/// A read-only table of stems and their vectors, 8 bits a component. Looks them up by bisection in the
/// table's own bytes, so that making one costs nothing.
///
/// The table: 64 bytes of head, "rashomon.vectors/1 STEMS DIMENSIONS" and blanks up to a line feed; a float32
/// a stem, 1 / the length of its components; then STEMS x DIMENSIONS components, int8; the end of each stem
/// in what follows, uint32; the stems, sorted by bytes. Little-endian.
class WordVectors {
 public:
  /// No stem: every stem is like itself alone.
  WordVectors() = default;
  /// The table compiled into the program.
  static WordVectors builtin();
  /// A table, or word2vec's text format. `name` is for messages. Throws InputError.
  static WordVectors parse(std::string bytes, const std::string& name, const Lexicons& lexicons);
  /// `table` must outlive this value. Throws InputError where it is none.
  explicit WordVectors(std::string_view table, const std::string& name = "word vectors");

  std::size_t size() const { return size_; }
  std::size_t dimensions() const { return dimensions_; }
  std::optional<std::size_t> find(std::string_view stem) const;
  std::string_view stem(std::size_t at) const;                    // at < size()
  std::span<const std::int8_t> components(std::size_t at) const;  // at < size()
  float scale(std::size_t at) const;  // makes the components' length 1; 0 of a vector of zeros
  /// -1 .. 1; from whole numbers, so the same on every machine and either way round.
  double cosine(std::size_t a, std::size_t b) const;

 private:
  std::shared_ptr<const std::string> owned_;
  std::size_t size_ = 0;
  std::size_t dimensions_ = 0;
  const char* scales_ = nullptr;
  const std::int8_t* components_ = nullptr;
  const char* ends_ = nullptr;
  const char* stems_ = nullptr;
};

/// The vectors as such a table. A vector of zeros is left out.
std::string vector_table(const StemVectors& vectors);

}  // namespace rashomon
