#include "engine/vectorizer/word_vectors.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>
#include <utility>

#include "engine/records/error.h"

extern "C" const char rashomon_vectors_begin[];
extern "C" const char rashomon_vectors_end[];

namespace rashomon {
namespace {

static_assert(std::endian::native == std::endian::little, "the table is little-endian");

constexpr std::string_view kFormat = "rashomon.vectors/1 ";
constexpr std::size_t kHead = 64;
constexpr float kGreatest = 127;  // of a component

template <typename Number>
Number number_at(const char* bytes, std::size_t place) {
  Number number;
  std::memcpy(&number, bytes + place * sizeof number, sizeof number);
  return number;
}

template <typename Number>
void append(std::string& bytes, Number number) {
  char raw[sizeof number];
  std::memcpy(raw, &number, sizeof number);
  bytes.append(raw, sizeof number);
}

// "STEMS DIMENSIONS   \n" of a head.
std::optional<std::pair<std::size_t, std::size_t>> sizes(std::string_view head) {
  std::size_t stems = 0;
  std::size_t dimensions = 0;
  const char* const end = head.data() + head.size();
  const auto [blank, first] = std::from_chars(head.data(), end, stems);
  if (first != std::errc{} || blank == end || *blank != ' ') return std::nullopt;
  const auto [rest, second] = std::from_chars(blank + 1, end, dimensions);
  if (second != std::errc{} || stems > 1U << 28 || dimensions > 1U << 16) return std::nullopt;
  return std::make_pair(stems, dimensions);
}

}  // namespace

WordVectors WordVectors::builtin() {
  return WordVectors(
      {rashomon_vectors_begin, static_cast<std::size_t>(rashomon_vectors_end - rashomon_vectors_begin)});
}

WordVectors WordVectors::parse(std::string bytes, const std::string& name, const Lexicons& lexicons) {
  if (!bytes.starts_with(kFormat)) bytes = vector_table(read_word2vec(bytes, name, lexicons));
  const auto owned = std::make_shared<const std::string>(std::move(bytes));
  WordVectors out(*owned, name);
  out.owned_ = owned;
  return out;
}

WordVectors::WordVectors(std::string_view table, const std::string& name) {
  const auto refuse = [&](const char* problem) {
    throw InputError(name, problem, "make the table by 'rashomon vectors'");
  };
  if (table.size() < kHead || !table.starts_with(kFormat)) refuse("it is no table of word vectors");
  const auto head = sizes(table.substr(kFormat.size(), kHead - kFormat.size()));
  if (!head) refuse("its head is damaged");
  std::tie(size_, dimensions_) = *head;
  const std::size_t per_stem = sizeof(float) + dimensions_ + sizeof(std::uint32_t);
  if (table.size() < kHead + size_ * per_stem) refuse("it is cut off");
  scales_ = table.data() + kHead;
  components_ = reinterpret_cast<const std::int8_t*>(scales_ + size_ * sizeof(float));
  ends_ = scales_ + size_ * (sizeof(float) + dimensions_);
  stems_ = ends_ + size_ * sizeof(std::uint32_t);
  std::uint32_t last = 0;
  if (size_ > 0) last = number_at<std::uint32_t>(ends_, size_ - 1);
  if (table.size() != kHead + size_ * per_stem + last) refuse("its size is not what its head says");
}

std::string_view WordVectors::stem(std::size_t at) const {
  const std::size_t begin = at == 0 ? 0 : number_at<std::uint32_t>(ends_, at - 1);
  return {stems_ + begin, number_at<std::uint32_t>(ends_, at) - begin};
}

std::span<const std::int8_t> WordVectors::components(std::size_t at) const {
  return {components_ + at * dimensions_, dimensions_};
}

float WordVectors::scale(std::size_t at) const { return number_at<float>(scales_, at); }

std::optional<std::size_t> WordVectors::find(std::string_view stem) const {
  std::size_t low = 0;
  std::size_t high = size_;
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (this->stem(middle) < stem) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < size_ && this->stem(low) == stem ? std::optional(low) : std::nullopt;
}

double WordVectors::cosine(std::size_t a, std::size_t b) const {
  const auto left = components(a);
  const auto right = components(b);
  std::int32_t product = 0;
  for (std::size_t k = 0; k < dimensions_; ++k) product += std::int32_t{left[k]} * right[k];
  const double scales = static_cast<double>(scale(a)) * static_cast<double>(scale(b));
  return std::clamp(product * scales, -1.0, 1.0);
}

std::string vector_table(const StemVectors& vectors) {
  const auto dimensions = static_cast<std::size_t>(vectors.rows.cols());
  std::string scales;
  std::string components;
  std::string ends;
  std::string stems;
  std::size_t size = 0;
  for (std::size_t k = 0; k < vectors.stems.size(); ++k) {
    const Eigen::VectorXf row = vectors.rows.row(static_cast<Eigen::Index>(k));
    const float greatest = row.size() == 0 ? 0 : row.cwiseAbs().maxCoeff();
    if (!(greatest > 0)) continue;
    std::int32_t squares = 0;
    for (const float value : row) {
      const auto component = static_cast<std::int8_t>(std::lround(value / greatest * kGreatest));
      squares += std::int32_t{component} * component;
      components += static_cast<char>(component);
    }
    append(scales, static_cast<float>(1 / std::sqrt(static_cast<double>(squares))));
    stems += vectors.stems[k];
    append(ends, static_cast<std::uint32_t>(stems.size()));
    ++size;
  }
  std::string head = std::string(kFormat) + std::to_string(size) + ' ' + std::to_string(dimensions);
  head.resize(kHead - 1, ' ');
  return head + '\n' + scales + components + ends + stems;
}

}  // namespace rashomon
