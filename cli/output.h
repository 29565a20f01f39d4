// Where results go: standard output, a file, a folder. A file or a folder appears whole or not at all.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace rashomon::cli {

/// Writes to standard output. A reader that closed the pipe has what it wanted: that is no error, and quiet.
/// Throws InputError on a full disk.
void print(std::string_view text);

/// One line each on standard error: "rashomon: MESSAGE", "rashomon: warning: MESSAGE". Characters that would
/// act on a terminal are made visible.
void print_error(std::string_view message);
void print_warning(std::string_view message);

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

}  // namespace rashomon::cli
