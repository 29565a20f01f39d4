#include "cli/embeddings.h"

#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <nlohmann/json.hpp>
#include <regex>

#include "cli/inputs.h"
#include "engine/records/error.h"

namespace rashomon::cli {
namespace {

static_assert(std::endian::native == std::endian::little, "the files are little-endian");

constexpr std::string_view kNpyMagic = "\x93NUMPY";

[[noreturn]] void refuse(const std::string& path, const std::string& problem) {
  throw InputError(path, problem,
                   "give one row a statement, float32 or float64 in C order, as .npy or .safetensors");
}

std::uint64_t little_endian(std::string_view bytes) {
  std::uint64_t value = 0;
  std::memcpy(&value, bytes.data(), bytes.size());
  return value;
}

template <typename Number>
Matrix filled(std::string_view data, std::size_t rows, std::size_t columns, const std::string& path) {
  const std::size_t size = data.size() / sizeof(Number);
  if (columns == 0 || rows == 0 || data.size() % sizeof(Number) != 0 || size % columns != 0 ||
      size / columns != rows) {
    refuse(path, "its data and its shape differ in size");
  }
  Matrix out(static_cast<Eigen::Index>(rows), static_cast<Eigen::Index>(columns));
  for (std::size_t k = 0; k < size; ++k) {
    Number number;
    std::memcpy(&number, data.data() + k * sizeof number, sizeof number);
    if (!std::isfinite(number))
      refuse(path, "row " + std::to_string(k / columns + 1) + " holds a number that is not finite");
    out.data()[k] = static_cast<double>(number);
  }
  return out;
}

Matrix parse_npy(std::string_view bytes, const std::string& path) {
  const std::size_t width = bytes.size() > 6 && bytes[6] == 1 ? 2 : 4;  // of the header's length, by version
  if (bytes.size() < 8 + width) refuse(path, "it is cut short");
  const std::size_t length = little_endian(bytes.substr(8, width));
  if (length > bytes.size() - 8 - width) refuse(path, "it is cut short");
  const std::string header(bytes.substr(8 + width, length));
  const std::string_view data = bytes.substr(8 + width + length);
  std::smatch type;
  std::smatch shape;
  if (!std::regex_search(header, type, std::regex("'descr': *'<f([48])'")))
    refuse(path, "its numbers are not floating");
  if (header.find("'fortran_order': False") == std::string::npos) refuse(path, "it is not in C order");
  if (!std::regex_search(header, shape, std::regex("'shape': *\\(([0-9]{1,9}), *([0-9]{1,9}),?\\)")))
    refuse(path, "it has not two dimensions");
  const std::size_t rows = std::stoul(shape[1]);
  const std::size_t columns = std::stoul(shape[2]);
  return type[1] == "4" ? filled<float>(data, rows, columns, path)
                        : filled<double>(data, rows, columns, path);
}

Matrix parse_safetensors(std::string_view bytes, const std::string& path) {
  try {
    const std::uint64_t length = bytes.size() < 8 ? 0 : little_endian(bytes.substr(0, 8));
    if (length == 0 || length > bytes.size() - 8) refuse(path, "it is no .npy and no .safetensors");
    nlohmann::json header = nlohmann::json::parse(bytes.substr(8, length));
    header.erase("__metadata__");
    if (header.size() != 1) refuse(path, "it holds " + std::to_string(header.size()) + " tensors, not one");
    const nlohmann::json& tensor = *header.begin();
    const auto shape = tensor.at("shape").get<std::vector<std::size_t>>();
    const auto at = tensor.at("data_offsets").get<std::vector<std::size_t>>();
    if (shape.size() != 2) refuse(path, "it has not two dimensions");
    const std::string_view all = bytes.substr(8 + length);
    if (at.size() != 2 || at[0] > at[1] || at[1] > all.size()) refuse(path, "it is cut short");
    const std::string_view data = all.substr(at[0], at[1] - at[0]);
    if (tensor.at("dtype") == "F32") return filled<float>(data, shape[0], shape[1], path);
    if (tensor.at("dtype") == "F64") return filled<double>(data, shape[0], shape[1], path);
    refuse(path, "its numbers are " + tensor.at("dtype").dump());
  } catch (const nlohmann::json::exception&) {
    refuse(path, "it is no .npy and no .safetensors");
  }
}

void check_rows(const Matrix& rows, const Account& account, const std::string& path) {
  const std::size_t statements = account.statements.size();
  if (static_cast<std::size_t>(rows.rows()) == statements) return;
  throw InputError(path,
                   "it has " + std::to_string(rows.rows()) + " rows, and " + account.document.name + " has " +
                       std::to_string(statements) + " statements",
                   "make one row for each statement that compare --format json lists, in order");
}

Matrix unit_rows(Matrix rows) {
  for (Eigen::Index r = 0; r < rows.rows(); ++r) {
    const double norm = rows.row(r).norm();
    if (norm > 0) rows.row(r) /= norm;
  }
  return rows;
}

}  // namespace

Matrix parse_embeddings(std::string_view bytes, const std::string& path) {
  return bytes.starts_with(kNpyMagic) ? parse_npy(bytes, path) : parse_safetensors(bytes, path);
}

Option embeddings_option() {
  return {"embeddings", "LEFT RIGHT",
          "your own embeddings of the statements of two accounts, one row each (.npy, .safetensors):\n"
          "their cosine joins the pair model",
          false, 2};
}

OutsideSimilarity embeddings_of(const Options& options) {
  const std::vector<std::string> paths = options.values("embeddings");
  if (paths.empty()) return {};
  const Matrix left = unit_rows(parse_embeddings(read_bytes(paths[0]), paths[0]));
  const Matrix right = unit_rows(parse_embeddings(read_bytes(paths[1]), paths[1]));
  if (left.cols() != right.cols()) {
    throw InputError(paths[1],
                     "its rows have " + std::to_string(right.cols()) + " numbers, and those of " + paths[0] +
                         " have " + std::to_string(left.cols()),
                     "embed both accounts by one model");
  }
  return [=](const Account& a, const Account& b) -> Matrix {
    check_rows(left, a, paths[0]);
    check_rows(right, b, paths[1]);
    // Pair by pair, so that swapped files give the same bits.
    Matrix out(left.rows(), right.rows());
    for (Eigen::Index i = 0; i < left.rows(); ++i) {
      for (Eigen::Index j = 0; j < right.rows(); ++j) {
        out(i, j) = 0;
        for (Eigen::Index k = 0; k < left.cols(); ++k) out(i, j) += left(i, k) * right(j, k);
      }
    }
    return out;
  };
}

}  // namespace rashomon::cli
