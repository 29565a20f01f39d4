// Build step: checks a model file and writes it to be compiled in.
//     compile_model COMPILED MODEL.json
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>

#include "engine/model/model.h"

int main(int argc, char** argv) {
  try {
    if (argc != 3) throw std::runtime_error("usage: compile_model COMPILED MODEL.json");
    std::ifstream in(argv[2], std::ios::binary);
    if (!in) throw std::runtime_error(std::string(argv[2]) + ": cannot be read");
    const std::string json((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    std::ofstream out(argv[1], std::ios::binary);
    out << rashomon::compiled_model(json, argv[2]);
    if (!out.flush()) throw std::runtime_error(std::string(argv[1]) + ": cannot be written");
    return 0;
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 2;
  }
}
