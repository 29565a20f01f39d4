// HTML written tag by tag: whatever comes from outside is escaped, and what would act instead of show is
// marked.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace rashomon {

struct Attribute {
  std::string_view name;
  std::string value;
};
using Attributes = std::initializer_list<Attribute>;

/// A growing piece of a page. Names of tags and attributes are the program's own literals; texts and values
/// may hold anything.
class Html {
 public:
  Html& open(std::string_view tag, Attributes attributes = {});
  Html& close();  // the element opened last
  /// An element that holds a text.
  Html& leaf(std::string_view tag, Attributes attributes, std::string_view text);
  Html& leaf(std::string_view tag, std::string_view text) { return leaf(tag, {}, text); }
  /// A void element of HTML; in SVG an element without content.
  Html& empty(std::string_view tag, Attributes attributes);

  /// Control and invisible characters, those that turn the direction of a text among them, stand as
  /// <span class="unseen">&lt;U+202E&gt;</span>, one for a code point; all others as they are.
  Html& text(std::string_view text);

  /// Markup of the program's own, as it stands.
  Html& markup(std::string_view markup);

  std::string finish() && { return std::move(out_); }

 private:
  void start(std::string_view tag, Attributes attributes);

  std::string out_;
  std::vector<std::string_view> open_;
};

}  // namespace rashomon
