// What stands in the CSV bundle, for programs: a Frictionless tabular data package
// (https://specs.frictionlessdata.io/tabular-data-package/).
#pragma once

#include <map>
#include <string>

#include "engine/records/comparison.h"
#include "engine/report/tables.h"

namespace rashomon {

/// The name of a table's file: "links.csv".
std::string csv_name(const TableSchema& table);

/// The content of datapackage.json: of each table its file with size and SHA-256, its columns with type and
/// meaning, its key and what it refers to. `files`: name -> content, all of the tables.
std::string data_package(const Comparison& comparison, const std::map<std::string, std::string>& files);

}  // namespace rashomon
