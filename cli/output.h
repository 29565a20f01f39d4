// Where results go: standard output, a file, a folder. A file or a folder appears whole or not at all.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace rashomon::cli {

/// Writes to standard output. A reader that closed the pipe has what it wanted: that is no error, and quiet.
/// Throws InputError on a full disk. Whether there is still a reader.
bool print(std::string_view text);

/// Writes to standard error.
void print_aside(std::string_view text);

/// One line each on standard error: "rashomon: MESSAGE", "rashomon: warning: MESSAGE". Characters that would
/// act on a terminal are made visible.
void print_error(std::string_view message);
void print_warning(std::string_view message);
/// The line that a terminal on standard error shows, in place of the one before; empty: none.
void print_progress(std::string_view line);

/// Throws InputError where nothing can be written to `path`: the folder that should hold it is missing, or it
/// is a folder where a file is wanted, or the reverse. Asked before the work begins, so that nothing is done
/// in vain.
enum class Target { file, folder };
void check_output(const std::filesystem::path& path, Target target);

/// Written beside and renamed. What is no regular file (a pipe, a device) is written to as it stands; a
/// symbolic link stays one. Throws InputError.
void write_file(const std::filesystem::path& path, std::string_view text);
/// To the file, or where none is named to standard output.
void deliver(std::string_view text, const std::optional<std::filesystem::path>& path);

/// The folder with these files, written beside and renamed; a folder that holds only such files is replaced,
/// and one that holds anything else is left alone. Throws InputError.
void write_folder(const std::filesystem::path& path, const std::map<std::string, std::string>& files);

/// A file that grows line by line, for results that are too many to be held back: whoever stops the program
/// finds in it every line that was written, the last perhaps cut short. Locked against a second writer.
class GrowingFile {
 public:
  /// Opens or makes the file and leaves in it what it holds. Throws InputError.
  explicit GrowingFile(const std::filesystem::path& path);
  ~GrowingFile();
  GrowingFile(const GrowingFile&) = delete;
  GrowingFile& operator=(const GrowingFile&) = delete;

  /// Leaves the first bytes only; the next line comes behind them.
  void cut(std::uintmax_t bytes);
  /// Throws InputError on a full disk, and takes back what it wrote of the line.
  void write(std::string_view line);
  /// Sees to it that all of it survives a crash of the machine.
  void synchronise();

 private:
  std::filesystem::path path_;
  int file_;
  std::uintmax_t size_ = 0;  // of the lines that are to stay
};

}  // namespace rashomon::cli
