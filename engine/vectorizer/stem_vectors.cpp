#include "engine/vectorizer/stem_vectors.h"

#include <Eigen/Eigenvalues>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "engine/records/error.h"
#include "engine/vectorizer/randomised_svd.h"

namespace rashomon {
namespace {

using Eigen::Index;

// The next line, taken off the text.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// Reads `values` from "1.5 -2 ...": false where there are fewer or more numbers.
bool read_numbers(std::string_view line, Eigen::VectorXf& values) {
  const char* at = line.data();
  const char* const end = at + line.size();
  for (float& value : values) {
    while (at != end && *at == ' ') ++at;
    const auto [rest, status] = std::from_chars(at, end, value);
    if (status != std::errc{} || !std::isfinite(value)) return false;
    at = rest;
  }
  return std::all_of(at, end, [](char c) { return c == ' '; });
}

std::optional<std::string> stem_of(std::string_view word, const Lexicons& lexicons) {
  std::vector<Token> tokens = lexicons.tokenize(word);
  if (tokens.size() != 1 || tokens[0].stop || tokens[0].kind != TokenKind::word) return std::nullopt;
  return std::move(tokens[0].stem);
}

void unit_rows(Eigen::MatrixXf& rows) {
  for (Index i = 0; i < rows.rows(); ++i) {
    const float norm = rows.row(i).norm();
    if (norm > 0) rows.row(i) /= norm;
  }
}

// The place of each of the stems in `vectors`, or -1.
std::vector<Index> places(const std::vector<std::string>& stems, const StemVectors& vectors) {
  std::vector<Index> out;
  for (const std::string& stem : stems) {
    const auto at = std::lower_bound(vectors.stems.begin(), vectors.stems.end(), stem);
    out.push_back(at != vectors.stems.end() && *at == stem ? at - vectors.stems.begin() : -1);
  }
  return out;
}

}  // namespace

StemVectors factorise(const Ppmi& ppmi, std::size_t dimensions, double power) {
  SvdOptions options;
  options.rank = dimensions;
  const Svd svd = randomised_svd(ppmi.values, options);
  const Eigen::VectorXf weights = svd.singular.array().pow(static_cast<float>(power));
  return {ppmi.stems, svd.left * weights.asDiagonal()};
}

StemVectors read_word2vec(std::string_view text, const std::string& name, const Lexicons& lexicons) {
  Eigen::VectorXf head(2);
  if (!read_numbers(take_line(text), head) || head[1] < 1 || head[1] > 10000) {
    throw InputError(name, "line 1 is not \"words dimensions\"", "give word2vec's text format");
  }
  const auto dimensions = static_cast<Index>(head[1]);
  std::map<std::string, std::pair<Eigen::VectorXf, double>> sums;
  Eigen::VectorXf values(dimensions);
  for (std::size_t line_number = 2; !text.empty(); ++line_number) {
    const std::string_view line = take_line(text);
    if (line.empty()) continue;
    const std::size_t blank = std::min(line.find(' '), line.size());
    if (!read_numbers(line.substr(blank), values)) {
      throw InputError(name,
                       "line " + std::to_string(line_number) + " is not a word and " +
                           std::to_string(dimensions) + " numbers",
                       "give word2vec's text format");
    }
    const auto stem = stem_of(line.substr(0, blank), lexicons);
    if (!stem) continue;
    const double weight = 1 / static_cast<double>(line_number - 1);
    auto& [sum, total] = sums.try_emplace(*stem, Eigen::VectorXf::Zero(dimensions), 0.0).first->second;
    sum += values * static_cast<float>(weight);
    total += weight;
  }
  StemVectors out{{}, Eigen::MatrixXf(static_cast<Index>(sums.size()), dimensions)};
  for (const auto& [stem, sum] : sums) {
    out.rows.row(static_cast<Index>(out.stems.size())) =
        sum.first.transpose() / static_cast<float>(sum.second);
    out.stems.push_back(stem);
  }
  return out;
}

StemVectors join(const StemVectors& a, const StemVectors& b, std::size_t dimensions) {
  Eigen::MatrixXf both = Eigen::MatrixXf::Zero(a.rows.rows(), a.rows.cols() + b.rows.cols());
  both.leftCols(a.rows.cols()) = a.rows;
  const std::vector<Index> in_b = places(a.stems, b);
  Eigen::MatrixXf left = a.rows;
  unit_rows(left);
  Eigen::MatrixXf right = b.rows;
  unit_rows(right);
  both.leftCols(left.cols()) = left;
  for (std::size_t k = 0; k < in_b.size(); ++k) {
    if (in_b[k] >= 0) both.row(static_cast<Index>(k)).tail(right.cols()) = right.row(in_b[k]);
  }
  const Eigen::MatrixXd gram = (both.transpose() * both).cast<double>();
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> eigen(gram);
  const Index size = std::min<Index>(static_cast<Index>(dimensions), both.cols());
  return {a.stems, both * eigen.eigenvectors().rightCols(size).rowwise().reverse().cast<float>()};
}

StemVectors keep_stems(const StemVectors& vectors, const std::vector<std::string>& keep) {
  const std::vector<Index> at = places(keep, vectors);
  StemVectors out;
  std::vector<Index> rows;
  for (std::size_t k = 0; k < keep.size(); ++k) {
    if (at[k] < 0) continue;
    out.stems.push_back(keep[k]);
    rows.push_back(at[k]);
  }
  out.rows = vectors.rows(rows, Eigen::all);
  return out;
}

}  // namespace rashomon
