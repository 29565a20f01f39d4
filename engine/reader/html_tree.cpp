#include "engine/reader/html_tree.h"

#include <cstddef>
#include <memory_resource>

#include "engine/reader/html_nesting.h"
#include "engine/records/error.h"

namespace rashomon {

// gumbo frees its tree by recursion; an arena lets go of all at once, whatever its depth.
struct HtmlTree::Arena {
  std::pmr::monotonic_buffer_resource memory;

  static void* allocate(void* arena, std::size_t size) {
    return static_cast<Arena*>(arena)->memory.allocate(size);
  }
  static void release(void*, void*) {}
};

namespace {

// The node after `node` in document order, without recursion; null after the last. `depth` follows.
const GumboNode* next_node(const GumboNode* node, std::size_t& depth) {
  if (const auto below = children(*node); !below.empty()) {
    ++depth;
    return below.front();
  }
  while (node->parent != nullptr && depth > 0) {
    const auto siblings = children(*node->parent);
    if (node->index_within_parent + 1 < siblings.size()) return siblings[node->index_within_parent + 1];
    node = node->parent;
    --depth;
  }
  return nullptr;
}

void append_text(const GumboNode& node, std::string& text) {
  if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA) {
    text += node.v.text.text;
  }
  for (const GumboNode* child : children(node)) append_text(*child, text);
}

bool is_html_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

}  // namespace

HtmlTree::HtmlTree(std::string_view html, const std::string& name) : arena_(std::make_unique<Arena>()) {
  check_html_nesting(html, name);
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = &Arena::allocate;
  options.deallocator = &Arena::release;
  options.userdata = arena_.get();
  options.max_errors = 0;
  output_ = gumbo_parse_with_options(&options, html.data(), html.size());
  std::size_t depth = 0;
  for (const GumboNode* node = output_->root; node != nullptr; node = next_node(node, depth)) {
    if (depth > 2 * max_html_nesting) {
      throw InputError(name, "its HTML elements are nested too deeply",
                       "save the text of the page as a plain text file");
    }
  }
}

HtmlTree::~HtmlTree() = default;

const GumboNode* HtmlTree::first(GumboTag tag) const {
  std::size_t depth = 0;
  for (const GumboNode* node = output_->root; node != nullptr; node = next_node(node, depth)) {
    if (tag_of(*node) == tag) return node;
  }
  return nullptr;
}

bool is_element(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

GumboTag tag_of(const GumboNode& node) { return is_element(node) ? node.v.element.tag : GUMBO_TAG_UNKNOWN; }

std::span<const GumboNode* const> children(const GumboNode& node) {
  if (!is_element(node)) return {};
  const GumboVector& nodes = node.v.element.children;
  return {reinterpret_cast<const GumboNode* const*>(nodes.data), nodes.length};
}

std::string_view attribute(const GumboNode& node, const char* name) {
  if (!is_element(node)) return {};
  const GumboAttribute* found = gumbo_get_attribute(&node.v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

bool has_attribute(const GumboNode& node, const char* name) {
  return is_element(node) && gumbo_get_attribute(&node.v.element.attributes, name) != nullptr;
}

std::string plain_text(const GumboNode& node) {
  std::string text;
  append_text(node, text);
  return collapsed(text);
}

std::string collapsed(std::string_view utf8) {
  constexpr std::string_view no_break = "\u00A0";
  constexpr std::string_view ideographic = "\u3000";
  std::string text;
  text.reserve(utf8.size());
  for (const char c : utf8) {
    if (!is_html_blank(c)) {
      text += c;
    } else if (!text.empty() && text.back() != ' ') {
      text += ' ';
    }
  }
  std::string_view inner = text;
  for (std::size_t before = inner.size() + 1; before != inner.size();) {
    before = inner.size();
    for (const std::string_view blank : {std::string_view(" "), no_break, ideographic}) {
      if (inner.starts_with(blank)) inner.remove_prefix(blank.size());
      if (inner.ends_with(blank)) inner.remove_suffix(blank.size());
    }
  }
  return std::string(inner);
}

}  // namespace rashomon
