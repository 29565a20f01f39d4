#include "engine/reader/blocks.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace rashomon {
namespace {

bool is_unread(GumboTag tag) {
  return among(
      tag, {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,    GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE, GUMBO_TAG_SVG,
            GUMBO_TAG_MATH,   GUMBO_TAG_IFRAME,   GUMBO_TAG_OBJECT,   GUMBO_TAG_EMBED,    GUMBO_TAG_BUTTON,
            GUMBO_TAG_SELECT, GUMBO_TAG_INPUT,    GUMBO_TAG_TEXTAREA, GUMBO_TAG_LABEL,    GUMBO_TAG_OPTION,
            GUMBO_TAG_NAV,    GUMBO_TAG_AUDIO,    GUMBO_TAG_VIDEO,    GUMBO_TAG_CANVAS,   GUMBO_TAG_HEAD,
            GUMBO_TAG_TITLE,  GUMBO_TAG_NOFRAMES, GUMBO_TAG_MAP});
}

// Elements that leave a sentence whole. All others part blocks, unknown ones too: custom elements hold
// layout.
bool is_inline(GumboTag tag) {
  return among(tag, {GUMBO_TAG_A,    GUMBO_TAG_ABBR,   GUMBO_TAG_ACRONYM, GUMBO_TAG_B,    GUMBO_TAG_BDI,
                     GUMBO_TAG_BDO,  GUMBO_TAG_BIG,    GUMBO_TAG_CITE,    GUMBO_TAG_CODE, GUMBO_TAG_DATA,
                     GUMBO_TAG_DEL,  GUMBO_TAG_DFN,    GUMBO_TAG_EM,      GUMBO_TAG_FONT, GUMBO_TAG_I,
                     GUMBO_TAG_IMG,  GUMBO_TAG_INS,    GUMBO_TAG_KBD,     GUMBO_TAG_MARK, GUMBO_TAG_NOBR,
                     GUMBO_TAG_Q,    GUMBO_TAG_RUBY,   GUMBO_TAG_S,       GUMBO_TAG_SAMP, GUMBO_TAG_SMALL,
                     GUMBO_TAG_SPAN, GUMBO_TAG_STRIKE, GUMBO_TAG_STRONG,  GUMBO_TAG_SUB,  GUMBO_TAG_SUP,
                     GUMBO_TAG_TIME, GUMBO_TAG_TT,     GUMBO_TAG_U,       GUMBO_TAG_VAR,  GUMBO_TAG_WBR,
                     GUMBO_TAG_LINK, GUMBO_TAG_META});
}

bool is_heading(GumboTag tag) {
  return among(tag, {GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6});
}

class Cutter {
 public:
  BlocksOfPage cut(const GumboNode& body) {
    walk(body, {});
    flush(BlockKind::paragraph);
    return std::move(page_);
  }

 private:
  struct Context {
    BlockKind kind = BlockKind::paragraph;
    bool linked = false;
    bool preformatted = false;
  };

  void walk(const GumboNode& node, Context context) {
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA) {
      return append(node.v.text.text, context);
    }
    const GumboTag tag = tag_of(node);
    if (!is_element(node) || is_unread(tag)) return;
    if (tag == GUMBO_TAG_BR) return line_break(context.kind);
    if (is_inline(tag)) {
      context.linked = context.linked || (tag == GUMBO_TAG_A && has_attribute(node, "href"));
      for (const GumboNode* child : children(node)) walk(*child, context);
      return;
    }
    flush(context.kind);
    const std::size_t region = page_.regions.size();
    page_.regions.push_back({&node, page_.blocks.size(), 0});
    if (is_heading(tag)) context.kind = BlockKind::heading;
    if (tag == GUMBO_TAG_LI) context.kind = BlockKind::item;
    context.preformatted = context.preformatted || tag == GUMBO_TAG_PRE;
    for (const GumboNode* child : children(node)) walk(*child, context);
    flush(context.kind);
    page_.regions[region].end = page_.blocks.size();
  }

  void append(std::string_view text, const Context& context) {
    for (const char c : text) {
      const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
      if (!blank || context.preformatted) {
        if (c == '\r') continue;
        block_.text += c;
        if (context.linked && !blank) ++block_.linked;
      } else if (!block_.text.empty() && block_.text.back() != ' ' && block_.text.back() != '\n') {
        block_.text += ' ';
      }
    }
  }

  // One <br> is a line end, two are the gap between paragraphs.
  void line_break(BlockKind kind) {
    while (block_.text.ends_with(' ')) block_.text.pop_back();
    if (block_.text.ends_with('\n')) return flush(kind);
    if (!block_.text.empty()) block_.text += '\n';
  }

  void flush(BlockKind kind) {
    Block block = std::exchange(block_, {});
    block.kind = kind;
    block.text = trimmed(block.text);
    if (!block.text.empty()) page_.blocks.push_back(std::move(block));
  }

  // Chinese pages indent with two ideographic blanks, others with no-break blanks.
  static std::string trimmed(std::string_view text) {
    for (std::size_t before = text.size() + 1; before != text.size();) {
      before = text.size();
      for (const std::string_view blank : {" ", "\n", "\t", "\f", "\u00A0", "\u3000", "\u200B", "\uFEFF"}) {
        while (text.starts_with(blank)) text.remove_prefix(blank.size());
        while (text.ends_with(blank)) text.remove_suffix(blank.size());
      }
    }
    return std::string(text);
  }

  BlocksOfPage page_;
  Block block_;  // being filled
};

}  // namespace

BlocksOfPage cut_into_blocks(const GumboNode& body) { return Cutter().cut(body); }

}  // namespace rashomon
