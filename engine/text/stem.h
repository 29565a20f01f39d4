// Snowball stems: libstemmer behind a small type of our own.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace rashomon {

/// Stems words of one language. Not for use by two threads at once; cheap to make.
class Stemmer {
 public:
  /// `language`: ISO 639-1. Languages that libstemmer does not know are left unstemmed.
  explicit Stemmer(std::string_view language = "en");
  ~Stemmer();
  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;

  /// Stem of a folded word.
  std::string operator()(std::string_view form) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace rashomon
