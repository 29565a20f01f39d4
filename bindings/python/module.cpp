// rashomon._rashomon: the engine for Python. The package's modules beside it check what users give, and make
// of its answers what users take; here texts and paths arrive as bytes, and the interpreter's lock is free
// while the engine works.
#include <pybind11/eigen.h>
#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "bindings/python/term_space.h"
#include "engine/pipeline.h"
#include "engine/reader/reader.h"
#include "engine/records/error.h"
#include "engine/report/report.h"
#include "engine/version.h"

namespace rashomon::python {
namespace {

namespace py = pybind11;

using Free = py::call_guard<py::gil_scoped_release>;

/// A text with its name for messages, or a path and no text.
using Input = std::pair<std::string, std::optional<std::string>>;
using Stamp = std::vector<std::pair<std::string, std::string>>;

std::vector<Document> read(const Input& input, const std::optional<std::string>& encoding) {
  const auto& [name, text] = input;
  return text ? std::vector{read_text(*text, name)} : read_file(name, {encoding});
}

/// What Python makes of file names, which need not be UTF-8.
py::str as_text(const std::string& bytes) {
  return py::reinterpret_steal<py::str>(
      PyUnicode_DecodeFSDefaultAndSize(bytes.data(), static_cast<py::ssize_t>(bytes.size())));
}

/// The comparison as `rashomon.comparison/1`, and its warnings.
py::tuple compare_inputs(const std::vector<Input>& inputs, const Knowledge& knowledge,
                         std::vector<std::string> parties, const std::optional<std::string>& encoding,
                         std::optional<double> min_probability, Stamp stamp) {
  std::string json;
  std::vector<std::string> warnings;
  {
    const py::gil_scoped_release free;
    std::vector<Document> documents;
    for (const Input& input : inputs) {
      for (Document& document : read(input, encoding)) documents.push_back(std::move(document));
    }
    Comparison comparison = compare(std::move(documents), knowledge, {std::move(parties), min_probability});
    comparison.engine.options = std::move(stamp);
    json = json_report(comparison);
    warnings = std::move(comparison.warnings);
  }
  py::list lines;
  for (const std::string& warning : warnings) lines.append(as_text(warning));
  return py::make_tuple(json, lines);
}

/// The article as `rashomon.article/1`.
std::string split_input(const Input& input, const Knowledge& knowledge,
                        const std::optional<std::string>& encoding) {
  std::vector<Document> documents = read(input, encoding);
  if (documents.size() != 1)
    throw InputError(input.first, "one article is split at a time", "give one file with one text");
  return article_json_report(split(std::move(documents.front()), knowledge.lexicons), std::string(version()));
}

/// The matrix that `work` gives, as SciPy's CSR takes it, without a copy: the arrays share its buffers, and
/// the last one gone frees it.
template <typename Work>
py::tuple csr(const Work& work) {
  std::unique_ptr<SparseRows> rows;
  {
    const py::gil_scoped_release free;
    rows.reset(new SparseRows(work()));  // made in place: Eigen 3.4 copies a sparse matrix that is moved
  }
  SparseRows* const matrix = rows.get();
  const py::capsule owner(matrix, [](void* one) { delete static_cast<SparseRows*>(one); });
  static_cast<void>(rows.release());  // the capsule owns it
  const auto array = [&](auto* begin, Eigen::Index size) {
    return py::array_t<std::remove_reference_t<decltype(*begin)>>(size, begin, owner);
  };
  return py::make_tuple(
      array(matrix->valuePtr(), matrix->nonZeros()), array(matrix->innerIndexPtr(), matrix->nonZeros()),
      array(matrix->outerIndexPtr(), matrix->rows() + 1), py::make_tuple(matrix->rows(), matrix->cols()));
}

TermSpaceOptions space_options(bool characters, std::size_t longest, bool sublinear_tf, bool smooth_idf,
                               bool l2_rows, double background_weight) {
  return {characters, longest, {sublinear_tf, smooth_idf, l2_rows, background_weight}};
}

/// Bad input as rashomon.InputError, with its parts; std::invalid_argument is a ValueError as it is.
void translate_errors() {
  static const py::handle input_error = py::object(py::module_::import("rashomon.errors").attr("InputError"))
                                            .release();  // for the life of the process
  py::register_local_exception_translator([](std::exception_ptr thrown) {
    try {
      if (thrown) std::rethrow_exception(std::move(thrown));
    } catch (const InputError& error) {
      const py::tuple parts =
          py::make_tuple(as_text(error.place()), as_text(error.problem()), as_text(error.cure()));
      PyErr_SetObject(input_error.ptr(), parts.ptr());
    }
  });
}

void bind_term_space(py::module_& module) {
  using Texts = std::vector<std::string>;
  py::class_<TermSpace>(module, "TermSpace")
      .def(py::init([](bool characters, std::size_t longest, bool sublinear_tf, bool smooth_idf, bool l2_rows,
                       double background_weight) {
             return TermSpace(
                 space_options(characters, longest, sublinear_tf, smooth_idf, l2_rows, background_weight));
           }),
           py::arg("characters"), py::arg("longest"), py::arg("sublinear_tf"), py::arg("smooth_idf"),
           py::arg("l2_rows"), py::arg("background_weight"))
      .def("restore", &TermSpace::restore, py::arg("terms"), py::arg("idf"))
      .def(
          "fit_transform",
          [](TermSpace& space, const Texts& texts) {
            return csr([&] { return space.fit_transform(texts); });
          },
          py::arg("texts"))
      .def(
          "transform",
          [](const TermSpace& space, const Texts& texts) {
            return csr([&] { return space.transform(texts); });
          },
          py::arg("texts"))
      .def_property_readonly("terms", &TermSpace::terms)
      .def_property_readonly("idf", [](const TermSpace& space) { return space.idf(); });
}

}  // namespace

PYBIND11_MODULE(_rashomon, module) {
  module.doc() = "The engine of rashomon; the package around it is what users import.";
  translate_errors();
  module.def("version", [] { return std::string(version()); });
  py::class_<Knowledge, std::shared_ptr<Knowledge>>(module, "Knowledge")
      .def(py::init([](std::vector<std::string> lexicons, std::optional<std::string> model,
                       std::optional<std::string> vectors) {
             return std::make_shared<Knowledge>(
                 Knowledge::with({std::move(lexicons), std::move(model), std::move(vectors)}));
           }),
           py::arg("lexicons"), py::arg("model"), py::arg("vectors"), Free());
  module.def("compare", compare_inputs, py::arg("inputs"), py::arg("knowledge"), py::arg("parties"),
             py::arg("encoding"), py::arg("min_probability"), py::arg("stamp"));
  module.def("split", split_input, py::arg("input"), py::arg("knowledge"), py::arg("encoding"), Free());
  bind_term_space(module);
}

}  // namespace rashomon::python
