#include "cli/output.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>

#include "engine/records/error.h"
#include "engine/text/width.h"

namespace rashomon::cli {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& place, int error) {
  const std::string problem = std::strerror(error);
  switch (error) {
    case ENOSPC:
    case EDQUOT:
      throw InputError(place, "the disk is full", "free some space, or write elsewhere with --output");
    case EACCES:
    case EPERM:
    case EROFS: throw InputError(place, problem, "choose another --output, or allow writing there");
    default: throw InputError(place, problem, "choose another --output");
  }
}

/// Writes all of it. Returns 0, or the error's number.
int write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(file, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

class File {
 public:
  File(const fs::path& path, int flags) : file_(::open(path.c_str(), flags | O_CLOEXEC, 0666)) {
    if (file_ < 0) fail(path.string(), errno);
  }
  ~File() { ::close(file_); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  int get() const { return file_; }

 private:
  int file_;
};

/// Removes what was begun, unless it was kept.
class Beside {
 public:
  explicit Beside(const fs::path& path)
      : path_(path.parent_path() /
              ('.' + path.filename().string() + ".rashomon-" + std::to_string(::getpid()))) {}
  ~Beside() {
    std::error_code ignored;
    if (!kept_) fs::remove_all(path_, ignored);
  }
  Beside(const Beside&) = delete;
  Beside& operator=(const Beside&) = delete;
  const fs::path& path() const { return path_; }
  void keep() { kept_ = true; }

 private:
  fs::path path_;
  bool kept_ = false;
};

/// Pipes and devices cannot be synchronised; there is nothing to lose in that.
void synchronise_file(int file, const fs::path& named) {
  if (::fsync(file) != 0 && errno != EINVAL && errno != EROFS) fail(named.string(), errno);
}

void write_synced(const fs::path& path, int flags, std::string_view text, const fs::path& named) {
  const File file(path, flags);
  if (const int error = write_all(file.get(), text); error != 0) fail(named.string(), error);
  synchronise_file(file.get(), named);
}

/// The name's own folder, so that the renaming survives a crash.
void sync_folder_of(const fs::path& path) {
  const fs::path parent = path.parent_path();
  const int folder = ::open(parent.empty() ? "." : parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return;
  ::fsync(folder);
  ::close(folder);
}

/// Where a symbolic link leads; the path itself where it is none, or leads nowhere yet.
fs::path resolved(const fs::path& path) {
  std::error_code error;
  const fs::path real = fs::canonical(path, error);
  return error ? path : real;
}

/// The path without a slash at its end, whose filename() would be empty.
fs::path without_end_slash(const fs::path& path) { return path.has_filename() ? path : path.parent_path(); }

void rename_or_fail(const fs::path& from, const fs::path& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) fail(to.string(), errno);
}

}  // namespace

bool print(std::string_view text) {
  const int error = write_all(STDOUT_FILENO, text);
  if (error != 0 && error != EPIPE) fail("standard output", error);
  return error == 0;
}

void print_aside(std::string_view text) { write_all(STDERR_FILENO, text); }

void print_error(std::string_view message) { print_aside("rashomon: " + make_visible(message) + '\n'); }

void print_warning(std::string_view message) { print_error("warning: " + std::string(message)); }

void print_progress(std::string_view line) {
  print_aside('\r' + std::string(line) + "\x1b[K");  // erases to the end of the line
}

void check_output(const fs::path& given, Target target) {
  const fs::path path = without_end_slash(given);
  std::error_code ignored;
  if (path.empty()) throw InputError("option --output", "its value is empty", "name a file or a folder");
  if (!path.parent_path().empty() && !fs::is_directory(path.parent_path(), ignored)) {
    throw InputError(given.string(), "there is no folder " + path.parent_path().string(),
                     "make it first, or choose another --output");
  }
  const bool folder = fs::is_directory(path, ignored);
  if (target == Target::file && (folder || !given.has_filename())) {
    throw InputError(given.string(), "it is a folder", "name a file in it");
  }
  if (target == Target::folder && !folder && fs::exists(path, ignored)) {
    throw InputError(given.string(), "it is a file, and a folder is wanted", "name a folder");
  }
}

void write_file(const fs::path& given, std::string_view text) {
  const fs::path path = resolved(given);
  struct stat existing {};
  const bool exists = ::stat(path.c_str(), &existing) == 0;
  if (exists && !S_ISREG(existing.st_mode)) {
    write_synced(path, O_WRONLY, text, given);
    return;
  }
  Beside beside(path);
  write_synced(beside.path(), O_WRONLY | O_CREAT | O_EXCL, text, given);
  if (exists) ::chmod(beside.path().c_str(), existing.st_mode & 07777);
  rename_or_fail(beside.path(), path);
  beside.keep();
  sync_folder_of(path);
}

void write_folder(const fs::path& given, const std::map<std::string, std::string>& files) {
  const fs::path path = resolved(without_end_slash(given));
  const bool exists = fs::exists(path);
  if (exists) {
    for (const auto& entry : fs::directory_iterator(path)) {
      if (!files.contains(entry.path().filename().string()) || entry.is_directory()) {
        throw InputError(given.string(), "the folder holds " + entry.path().filename().string(),
                         "name a new folder, or one that holds only such files");
      }
    }
  }
  Beside beside(path);
  if (::mkdir(beside.path().c_str(), 0777) != 0) fail(given.string(), errno);
  for (const auto& [name, text] : files) {
    write_synced(beside.path() / name, O_WRONLY | O_CREAT | O_EXCL, text, given);
  }
  if (exists) {
    // The two folders change places at once; Beside then removes the old one.
    if (::renameat2(AT_FDCWD, beside.path().c_str(), AT_FDCWD, path.c_str(), RENAME_EXCHANGE) != 0) {
      fail(given.string(), errno);
    }
  } else {
    rename_or_fail(beside.path(), path);
    beside.keep();
  }
  sync_folder_of(path);
}

void deliver(std::string_view text, const std::optional<std::filesystem::path>& path) {
  if (path) {
    write_file(*path, text);
  } else {
    print(text);
  }
}

GrowingFile::GrowingFile(const fs::path& path)
    : path_(path), file_(::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666)) {
  if (file_ < 0) fail(path.string(), errno);
  if (::flock(file_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
    ::close(file_);
    throw InputError(path.string(), "another run is writing it", "wait for that, or choose another --output");
  }
}

GrowingFile::~GrowingFile() { ::close(file_); }

void GrowingFile::cut(std::uintmax_t bytes) {
  size_ = bytes;
  const auto end = static_cast<off_t>(bytes);
  // A pipe or a device has nothing to cut.
  if (::ftruncate(file_, end) != 0 && errno != EINVAL) fail(path_.string(), errno);
  ::lseek(file_, end, SEEK_SET);
}

void GrowingFile::write(std::string_view line) {
  if (const int error = write_all(file_, line); error != 0) {
    cut(size_);
    fail(path_.string(), error);
  }
  size_ += line.size();
}

void GrowingFile::synchronise() { synchronise_file(file_, path_); }

}  // namespace rashomon::cli
