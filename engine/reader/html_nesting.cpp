#include "engine/reader/html_nesting.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <vector>

#include "engine/reader/html_tree.h"
#include "engine/reader/place.h"
#include "engine/records/error.h"

namespace rashomon {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

bool is_void(GumboTag tag) {
  return among(tag, {GUMBO_TAG_AREA, GUMBO_TAG_BASE, GUMBO_TAG_BASEFONT, GUMBO_TAG_BGSOUND, GUMBO_TAG_BR,
                     GUMBO_TAG_COL, GUMBO_TAG_EMBED, GUMBO_TAG_FRAME, GUMBO_TAG_HR, GUMBO_TAG_IMAGE,
                     GUMBO_TAG_IMG, GUMBO_TAG_INPUT, GUMBO_TAG_KEYGEN, GUMBO_TAG_LINK, GUMBO_TAG_META,
                     GUMBO_TAG_PARAM, GUMBO_TAG_SOURCE, GUMBO_TAG_TRACK, GUMBO_TAG_WBR});
}

// Elements whose content is text, not tags.
bool is_raw(GumboTag tag) {
  return among(tag, {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_TEXTAREA, GUMBO_TAG_TITLE, GUMBO_TAG_IFRAME,
                     GUMBO_TAG_NOEMBED, GUMBO_TAG_NOFRAMES, GUMBO_TAG_XMP, GUMBO_TAG_PLAINTEXT});
}

// Elements that the parser opens again in every later block until their end tag comes.
bool is_formatting(GumboTag tag) {
  return among(tag, {GUMBO_TAG_A, GUMBO_TAG_B, GUMBO_TAG_BIG, GUMBO_TAG_CODE, GUMBO_TAG_EM, GUMBO_TAG_FONT,
                     GUMBO_TAG_I, GUMBO_TAG_NOBR, GUMBO_TAG_S, GUMBO_TAG_SMALL, GUMBO_TAG_STRIKE,
                     GUMBO_TAG_STRONG, GUMBO_TAG_TT, GUMBO_TAG_U});
}

// End tags within these do not close what is open outside of them.
bool is_scope(GumboTag tag) {
  return among(tag, {GUMBO_TAG_TABLE, GUMBO_TAG_TD, GUMBO_TAG_TH, GUMBO_TAG_CAPTION, GUMBO_TAG_BUTTON,
                     GUMBO_TAG_OBJECT, GUMBO_TAG_APPLET, GUMBO_TAG_MARQUEE, GUMBO_TAG_TEMPLATE});
}

bool is_table_part(GumboTag tag) {
  return among(tag, {GUMBO_TAG_TABLE, GUMBO_TAG_TBODY, GUMBO_TAG_THEAD, GUMBO_TAG_TFOOT, GUMBO_TAG_TR,
                     GUMBO_TAG_TD, GUMBO_TAG_TH, GUMBO_TAG_CAPTION});
}

// A start tag of these ends an open <p>.
bool ends_paragraph(GumboTag tag) {
  return among(
      tag, {GUMBO_TAG_ADDRESS, GUMBO_TAG_ARTICLE,  GUMBO_TAG_ASIDE,   GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_CENTER,
            GUMBO_TAG_DETAILS, GUMBO_TAG_DIR,      GUMBO_TAG_DIV,     GUMBO_TAG_DL,         GUMBO_TAG_DD,
            GUMBO_TAG_DT,      GUMBO_TAG_FIELDSET, GUMBO_TAG_FIGURE,  GUMBO_TAG_FIGCAPTION, GUMBO_TAG_FOOTER,
            GUMBO_TAG_FORM,    GUMBO_TAG_H1,       GUMBO_TAG_H2,      GUMBO_TAG_H3,         GUMBO_TAG_H4,
            GUMBO_TAG_H5,      GUMBO_TAG_H6,       GUMBO_TAG_HEADER,  GUMBO_TAG_HGROUP,     GUMBO_TAG_HR,
            GUMBO_TAG_LI,      GUMBO_TAG_MAIN,     GUMBO_TAG_MENU,    GUMBO_TAG_NAV,        GUMBO_TAG_OL,
            GUMBO_TAG_P,       GUMBO_TAG_PRE,      GUMBO_TAG_SECTION, GUMBO_TAG_SUMMARY,    GUMBO_TAG_UL});
}

struct Tag {
  GumboTag kind = GUMBO_TAG_UNKNOWN;
  bool closing = false;
  bool self_closing = false;
  std::string_view source;  // from '<' to '>'
  std::size_t attributes = 0;
};

// Reads the tag at `at`, where "<" or "</" and a letter stand: the tokenizer of HTML (13.2.5.6 ff.), so that
// a '>' within quotes ends no tag, and a quote outside of a value hides none.
Tag read_tag(std::string_view html, std::size_t at) {
  Tag tag;
  const std::size_t start = at;
  tag.closing = html[++at] == '/';
  if (tag.closing) ++at;
  const std::size_t name = at;
  while (at < html.size() && !is_blank(html[at]) && html[at] != '/' && html[at] != '>') ++at;
  tag.kind = gumbo_tagn_enum(html.data() + name, static_cast<unsigned>(std::min<std::size_t>(at - name, 64)));
  while (at < html.size() && html[at] != '>') {
    tag.self_closing = html[at] == '/';
    if (is_blank(html[at]) || html[at] == '/') {
      ++at;
      continue;
    }
    ++tag.attributes;
    ++at;  // an attribute's name may start with '='
    while (at < html.size() && !is_blank(html[at]) && html[at] != '/' && html[at] != '>' && html[at] != '=')
      ++at;
    while (at < html.size() && is_blank(html[at])) ++at;
    if (at >= html.size() || html[at] != '=') continue;
    ++at;
    while (at < html.size() && is_blank(html[at])) ++at;
    if (at >= html.size()) break;
    if (html[at] == '"' || html[at] == '\'') {
      at = std::min(html.find(html[at], at + 1), html.size() - 1) + 1;
    } else {
      while (at < html.size() && !is_blank(html[at]) && html[at] != '>') ++at;
    }
  }
  tag.source = html.substr(start, std::min(at + 1, html.size()) - start);
  return tag;
}

// The elements that are open at a place of the page.
class OpenElements {
 public:
  std::size_t depth() const { return std::max(stack_.size(), formatting_.size()); }
  std::size_t elements() const { return elements_; }

  void start(const Tag& tag) {
    elements_ += 1 + formatting_.size();
    const GumboTag kind = tag.kind;
    if (ends_paragraph(kind)) close_up_to({GUMBO_TAG_P}, {});
    if (kind == GUMBO_TAG_LI) close_up_to({GUMBO_TAG_LI}, {GUMBO_TAG_UL, GUMBO_TAG_OL});
    if (kind == GUMBO_TAG_DD || kind == GUMBO_TAG_DT)
      close_up_to({GUMBO_TAG_DD, GUMBO_TAG_DT}, {GUMBO_TAG_DL});
    if (kind == GUMBO_TAG_OPTION) close_up_to({GUMBO_TAG_OPTION}, {GUMBO_TAG_SELECT});
    if (kind == GUMBO_TAG_TD || kind == GUMBO_TAG_TH)
      close_up_to({GUMBO_TAG_TD, GUMBO_TAG_TH}, {GUMBO_TAG_TR});
    if (kind == GUMBO_TAG_TR) close_up_to({GUMBO_TAG_TR}, {});
    if (among(kind, {GUMBO_TAG_TBODY, GUMBO_TAG_THEAD, GUMBO_TAG_TFOOT})) {
      close_up_to({GUMBO_TAG_TBODY, GUMBO_TAG_THEAD, GUMBO_TAG_TFOOT}, {});
    }
    if (is_void(kind) || (tag.self_closing && (kind == GUMBO_TAG_UNKNOWN || is_open(GUMBO_TAG_SVG)))) return;
    if (is_formatting(kind)) start_formatting(tag);
    stack_.push_back(kind);
    ++open_[kind];
  }

  void end(GumboTag kind) {
    ++elements_;  // </p> and </br> without a start make one
    if (is_formatting(kind)) {
      const auto last = std::find_if(formatting_.rbegin(), formatting_.rend(),
                                     [&](const Formatting& f) { return f.kind == kind; });
      if (last != formatting_.rend()) formatting_.erase(std::next(last).base());
    }
    if (!is_open(kind)) return;
    const auto last = std::find(stack_.rbegin(), stack_.rend(), kind);
    const bool within_scope =
        !is_scope(kind) && !is_table_part(kind) && std::any_of(stack_.rbegin(), last, is_scope);
    if (!within_scope) pop_through(static_cast<std::size_t>(stack_.rend() - last) - 1);
  }

 private:
  struct Formatting {
    GumboTag kind;
    std::string_view source;
  };

  bool is_open(GumboTag kind) const { return open_[kind] > 0; }

  // Closes the innermost of `kinds` and all in it, unless a `barrier` or another table stands between.
  void close_up_to(std::initializer_list<GumboTag> kinds, std::initializer_list<GumboTag> barriers) {
    if (std::none_of(kinds.begin(), kinds.end(), [&](GumboTag kind) { return is_open(kind); })) return;
    for (std::size_t at = stack_.size(); at-- > 0;) {
      if (among(stack_[at], kinds)) return pop_through(at);
      if (among(stack_[at], barriers) || stack_[at] == GUMBO_TAG_TABLE) return;
    }
  }

  void pop_through(std::size_t at) {
    for (; stack_.size() > at; stack_.pop_back()) --open_[stack_.back()];
  }

  // HTML, 13.2.4.3: of like elements the parser keeps three, of links one.
  void start_formatting(const Tag& tag) {
    const std::size_t kept = tag.kind == GUMBO_TAG_A ? 1 : 3;
    const auto is_like = [&](const Formatting& f) {
      return f.kind == tag.kind && (kept == 1 || f.source == tag.source);
    };
    if (static_cast<std::size_t>(std::count_if(formatting_.begin(), formatting_.end(), is_like)) >= kept) {
      formatting_.erase(std::find_if(formatting_.begin(), formatting_.end(), is_like));
    }
    formatting_.push_back({tag.kind, tag.source});
  }

  std::vector<GumboTag> stack_;
  std::array<std::size_t, GUMBO_TAG_LAST + 1> open_{};  // how many of each kind are in stack_
  std::vector<Formatting> formatting_;
  std::size_t elements_ = 0;
};

// One past the comment, declaration or processing instruction that starts at `at` with "<!", "<?" or "</".
std::size_t end_of_markup(std::string_view html, std::size_t at) {
  if (html.substr(at, 4) == "<!--") {
    const std::size_t plain = html.find("-->", at + 2);
    const std::size_t banged = html.find("--!>", at + 4);
    if (plain == std::string_view::npos && banged == std::string_view::npos) return html.size();
    return plain < banged ? plain + 3 : banged + 4;
  }
  return std::min(html.find('>', at), html.size() - 1) + 1;
}

// Offset of the end tag of a raw-text element whose content starts at `at`; the size where there is none.
std::size_t end_of_raw(std::string_view html, std::size_t at, GumboTag kind) {
  if (kind == GUMBO_TAG_PLAINTEXT) return html.size();
  const std::string_view name = gumbo_normalized_tagname(kind);
  const auto matches = [&](std::size_t from) {
    if (from + name.size() >= html.size()) return false;
    for (std::size_t k = 0; k < name.size(); ++k) {
      if (static_cast<char>(html[from + k] | 0x20) != name[k]) return false;
    }
    return !is_letter(html[from + name.size()]);
  };
  for (at = html.find("</", at); at != std::string_view::npos; at = html.find("</", at + 2)) {
    if (matches(at + 2)) return at;
  }
  return html.size();
}

[[noreturn]] void refuse(std::string_view html, const std::string& name, std::size_t at,
                         const std::string& problem) {
  throw InputError(line_place(name, html, at), problem, "save the text of the page as a plain text file");
}

}  // namespace

void check_html_nesting(std::string_view html, const std::string& name) {
  if (html.size() > max_html_bytes) refuse(html, name, 0, "the HTML page is larger than 16 MB");
  OpenElements open;
  for (std::size_t at = html.find('<'); at < html.size(); at = html.find('<', at)) {
    const char next = at + 1 < html.size() ? html[at + 1] : '\0';
    const bool end_tag = next == '/' && at + 2 < html.size() && is_letter(html[at + 2]);
    if (!end_tag && !is_letter(next)) {
      at = next == '!' || next == '?' || next == '/' ? end_of_markup(html, at) : at + 1;
      continue;
    }
    const Tag tag = read_tag(html, at);
    if (end_tag) {
      open.end(tag.kind);
    } else {
      open.start(tag);
    }
    if (open.depth() > max_html_nesting)
      refuse(html, name, at, "more than 512 HTML elements are nested in each other");
    if (open.elements() > max_html_elements) refuse(html, name, at, "the HTML page has too many elements");
    if (tag.attributes > max_html_attributes)
      refuse(html, name, at, "an HTML tag has more than 1000 attributes");
    at += tag.source.size();
    if (!end_tag && is_raw(tag.kind)) at = end_of_raw(html, at, tag.kind);
  }
}

}  // namespace rashomon
