#include "engine/text/stem.h"

#include <libstemmer.h>

namespace rashomon {

struct Stemmer::State {
  explicit State(const std::string& language) : stemmer(sb_stemmer_new(language.c_str(), "UTF_8")) {}
  ~State() { sb_stemmer_delete(stemmer); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  sb_stemmer* stemmer;  // null where libstemmer does not know the language
};

Stemmer::Stemmer(std::string_view language) : state_(std::make_unique<State>(std::string(language))) {}
Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

std::string Stemmer::operator()(std::string_view form) const {
  if (state_->stemmer == nullptr) return std::string(form);
  const auto* word = reinterpret_cast<const sb_symbol*>(form.data());
  const sb_symbol* stem = sb_stemmer_stem(state_->stemmer, word, static_cast<int>(form.size()));
  const int length = sb_stemmer_length(state_->stemmer);
  return {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(length)};
}

}  // namespace rashomon
