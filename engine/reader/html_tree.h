// gumbo's tree behind a small type of our own, with the few questions that html.cpp and main_text.cpp ask of
// it.
#pragma once

#include <gumbo.h>

#include <algorithm>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace rashomon {

/// A parsed page. The HTML must outlive it.
class HtmlTree {
 public:
  /// `html` must be valid UTF-8. Throws InputError where it is too large or too deeply nested to be parsed.
  HtmlTree(std::string_view html, const std::string& name);
  ~HtmlTree();
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;

  /// The <html> element: never null, of at most twice max_html_nesting levels.
  const GumboNode& root() const { return *output_->root; }
  /// The first element of a kind below <html>, itself included; null where there is none.
  const GumboNode* first(GumboTag tag) const;

 private:
  struct Arena;
  std::unique_ptr<Arena> arena_;
  GumboOutput* output_ = nullptr;
};

/// Children of a node; none of a text or a comment.
std::span<const GumboNode* const> children(const GumboNode& node);

bool is_element(const GumboNode& node);
/// GUMBO_TAG_UNKNOWN for what is no element.
GumboTag tag_of(const GumboNode& node);

inline bool among(GumboTag tag, std::initializer_list<GumboTag> tags) {
  return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

/// Value of an attribute; empty where the element has none.
std::string_view attribute(const GumboNode& node, const char* name);
bool has_attribute(const GumboNode& node, const char* name);

/// The text in a node, runs of white space made one blank, none at the ends.
std::string plain_text(const GumboNode& node);

/// White space collapsed as a browser does; U+00A0 and U+3000 go at the ends only.
std::string collapsed(std::string_view utf8);

}  // namespace rashomon
