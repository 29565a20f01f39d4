#include "cli/man_page.h"

#include <sstream>

#include "cli/options.h"
#include "engine/version.h"

namespace rashomon::cli {
namespace {

/// Text as roff prints it; a line that begins with a full stop or an apostrophe would be a request.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if ((c == '.' || c == '\'') && (out.empty() || out.back() == '\n')) out += "\\&";
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else if (c == '\'') {
      out += "\\(aq";
    } else {
      out += c;
    }
  }
  return out;
}

/// The lines of help's own layout, without their indentation.
std::string paragraph(const std::string& lines) {
  std::string out;
  std::istringstream in(lines);
  for (std::string line; std::getline(in, line);) {
    const std::size_t first = line.find_first_not_of(' ');
    out += first == std::string::npos ? std::string(".PP") : plain(std::string_view(line).substr(first));
    out += '\n';
  }
  return out;
}

std::string head(const std::string& name, std::string_view summary) {
  std::string capitals = name;
  for (char& c : capitals) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return ".TH " + capitals + " 1 \"\" \"rashomon " + std::string(version()) +
         "\" \"User Commands\"\n.SH NAME\n" + plain(name) + " \\- " + plain(summary) + '\n';
}

std::string option(const Option& option) {
  return ".TP\n.B " + plain(dashed(option.name)) +
         (option.value.empty() ? "" : " \\fI" + plain(option.value) + "\\fR") + '\n' + plain(option.help) +
         '\n';
}

const char* const kArguments = R"(.SH ARGUMENTS
.TP
.B @FILE
stands for the arguments in the file, one a line or parted by blanks; single or double quotation marks keep blanks.
.TP
.B \-\-
ends the options: what follows is an input, even if it begins with a dash or an @.
.TP
.B \-
is standard input, where a command takes an input, and standard output as the value of \-\-output.
)";

const char* const kExit = R"(.SH EXIT STATUS
.TP
.B 0
done.
.TP
.B 1
with \-\-exit\-code: the divergence is beyond \-\-max\-divergence; of a batch: items failed.
.TP
.B 2
trouble; one line on standard error names the place, the problem and the cure.
)";

}  // namespace

std::string man_page() {
  std::string out = head("rashomon", "compare what two governments say of one event");
  out += ".SH SYNOPSIS\n.B rashomon\n.I COMMAND\n[\\fIARGUMENT\\fR ...]\n.SH COMMANDS\n";
  for (const Command& command : commands()) {
    out +=
        ".TP\n.BR rashomon\\-" + plain(command.name) + " (1)\n" + plain(std::string(command.summary)) + '\n';
  }
  return out + kArguments + kExit;
}

std::string man_page(const Command& command) {
  const std::string name(command.name);
  const Manual manual = command.options();
  std::string out = head("rashomon-" + name, command.summary);
  out += ".SH SYNOPSIS\n.B rashomon " + plain(name) + '\n' + plain(std::string(command.usage)) + '\n';
  if (!manual.arguments.empty()) out += ".SH DESCRIPTION\n" + paragraph(manual.arguments);
  out += ".SH OPTIONS\n";
  for (const Option& one : manual.options) out += option(one);
  out += option({"help", "", "show this in short"});
  if (!manual.notes.empty()) out += ".SH NOTES\n" + paragraph(manual.notes);
  out += kExit;
  return out + ".SH EXAMPLE\n.nf\n" + plain(command.example) + "\n.fi\n.SH SEE ALSO\n.BR rashomon (1)\n";
}

}  // namespace rashomon::cli
