#include "engine/reader/main_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <string>
#include <vector>

#include "engine/reader/ascii.h"
#include "engine/reader/blocks.h"
#include "engine/text/normalize.h"

namespace rashomon {
namespace {

// Lengths in bytes of UTF-8: a Chinese character counts three, about what it says in Latin letters.
constexpr std::size_t sentence_length = 20;   // with a mark that ends a sentence
constexpr std::size_t unmarked_length = 100;  // without one
constexpr double most_linked_prose = 0.4;     // share of a block's bytes in links
constexpr double most_linked_block = 0.5;
constexpr double clutter_limit = 0.5;  // what holds this share of all prose is no clutter
// What marks itself as the story holds at least this share of all prose.
constexpr double story_container = 0.5;
constexpr double nearly_all = 0.9;
constexpr double most_of_it = 2.0 / 3.0;

// Words of class and id names by which templates name what is not the story. Left out are words that
// layouts use for anything: widget (Elementor wraps each paragraph in one), hidden (overflow-hidden),
// language, teaser.
constexpr std::array<std::string_view, 54> clutter_words = {
    "ad",      "ads",        "advert",   "advertisement", "banner",      "breadcrumb", "breadcrumbs",
    "byline",  "comment",    "comments", "consent",       "cookie",      "cookies",    "copyright",
    "crumbs",  "disclaimer", "download", "dropdown",      "feedback",    "fenxiang",   "foot",
    "footer",  "gdpr",       "infobox",  "links",         "login",       "masthead",   "menu",
    "modal",   "nav",        "navbar",   "navigation",    "newsletter",  "pager",      "pagination",
    "popup",   "popular",    "promo",    "recommend",     "recommended", "related",    "rail",
    "search",  "share",      "sharing",  "sidebar",       "signup",      "skip",       "social",
    "sponsor", "subscribe",  "tags",     "toolbar",       "trending",
};

constexpr std::array<std::string_view, 9> clutter_roles = {
    "navigation",  "banner", "contentinfo", "complementary", "dialog",
    "alertdialog", "search", "menu",        "alert",
};

// Lines of a page's furniture that stand alone, folded.
constexpr std::array<std::string_view, 14> furniture = {
    "share",
    "print",
    "tweet",
    "email",
    "advertisement",
    "share this",
    "share this page",
    "read more",
    "back to top",
    "copy link",
    "\u5206\u4eab",
    "\u6253\u5370",
    "\u5173\u95ed\u7a97\u53e3",
    "\u5b57\u4f53\uff1a\u5927 \u4e2d \u5c0f",
};

template <std::size_t N>
bool is_among(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Whether a class or id, cut at every mark and hump ("relatedLinks", "cookie-bar"), holds one of the words.
bool names_clutter(std::string_view name) {
  std::string word;
  for (std::size_t at = 0; at <= name.size(); ++at) {
    const char c = at < name.size() ? name[at] : ' ';
    const bool letter = std::isalpha(static_cast<unsigned char>(c)) != 0;
    const bool hump = letter && c >= 'A' && c <= 'Z' && at > 0 && name[at - 1] >= 'a' && name[at - 1] <= 'z';
    if (!letter || hump) {
      if (is_among(word, clutter_words)) return true;
      word.clear();
    }
    if (letter) word += lower_ascii({&c, 1});
  }
  return false;
}

bool is_hidden(const GumboNode& element) {
  std::string style = lower_ascii(attribute(element, "style"));
  std::erase(style, ' ');
  return has_attribute(element, "hidden") || attribute(element, "aria-hidden") == "true" ||
         style.find("display:none") != std::string::npos;
}

bool is_clutter(const GumboNode& element) {
  const GumboTag tag = tag_of(element);
  if (tag == GUMBO_TAG_BODY) return false;
  return among(tag, {GUMBO_TAG_ASIDE, GUMBO_TAG_FIGURE, GUMBO_TAG_FOOTER, GUMBO_TAG_FORM, GUMBO_TAG_HEADER,
                     GUMBO_TAG_MENU}) ||
         is_hidden(element) || is_among(lower_ascii(attribute(element, "role")), clutter_roles) ||
         names_clutter(attribute(element, "class")) || names_clutter(attribute(element, "id"));
}

bool marks_story(const GumboNode& element) {
  const GumboTag tag = tag_of(element);
  const std::string role = lower_ascii(attribute(element, "role"));
  return tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_MAIN || role == "main" || role == "article" ||
         lower_ascii(attribute(element, "itemprop")).find("articlebody") != std::string::npos;
}

bool holds_any(std::string_view text, std::initializer_list<std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](std::string_view part) { return text.find(part) != text.npos; });
}

bool is_cookie_notice(const Block& block) {
  if (block.text.size() > 1500) return false;
  const std::string text = lower_ascii(block.text);
  return holds_any(text, {"cookie"}) && holds_any(text, {"consent", "accept", "privacy", "browser", "website",
                                                         "our site", "this site", "experience", "settings"});
}

// Lines of law at the foot of a page: who owns it, how it is registered.
bool is_imprint(const Block& block) {
  return block.text.size() <= 400 &&
         holds_any(lower_ascii(block.text),
                   {"all rights reserved", "\u00a9", "\u7248\u6743\u6240\u6709", "icp\u5907"});
}

double linked_share(const Block& block) {
  return static_cast<double>(block.linked) / static_cast<double>(block.text.size());
}

// A mark that ends a sentence, or leads on to a list, with what closes after it.
bool ends_like_sentence(std::string_view text) {
  for (const std::string_view closing : {"\"", "\u201d", "\u2019", "\u00bb", "\u300d", ")", "\uff09"}) {
    if (text.ends_with(closing)) text.remove_suffix(closing.size());
  }
  for (const std::string_view mark : {".", "!", "?", ":", ";", "\u3002", "\uff01", "\uff1f", "\uff1a",
                                      "\uff1b", "\u2026", "\u061f", "\u0964"}) {
    if (text.ends_with(mark)) return true;
  }
  return false;
}

bool is_prose(const Block& block) {
  if (block.kind == BlockKind::heading || linked_share(block) > most_linked_prose || is_cookie_notice(block))
    return false;
  return block.text.size() >= unmarked_length ||
         (block.text.size() >= sentence_length && ends_like_sentence(block.text));
}

// Which blocks count, and how much prose any run of them holds.
class Prose {
 public:
  explicit Prose(const std::vector<Block>& blocks) : blocks_(blocks), kept_(blocks.size(), true) { add_up(); }

  double total() const { return sums_.back(); }
  double within(const Region& region) const { return sums_[region.end] - sums_[region.begin]; }
  bool is_prose_at(std::size_t block) const { return sums_[block + 1] > sums_[block]; }
  std::size_t blocks_within(const Region& region) const {
    std::size_t count = 0;
    for (std::size_t k = region.begin; k < region.end; ++k) count += is_prose_at(k) ? 1U : 0U;
    return count;
  }
  bool keeps(std::size_t block) const { return kept_[block]; }

  void drop(std::size_t begin, std::size_t end) {
    std::fill(kept_.begin() + static_cast<std::ptrdiff_t>(begin),
              kept_.begin() + static_cast<std::ptrdiff_t>(end), false);
  }

  void add_up() {
    sums_.assign(1, 0.0);
    for (std::size_t k = 0; k < blocks_.size(); ++k) {
      const bool counts = kept_[k] && is_prose(blocks_[k]);
      sums_.push_back(sums_.back() +
                      (counts ? static_cast<double>(blocks_[k].text.size() - blocks_[k].linked) : 0.0));
    }
  }

 private:
  const std::vector<Block>& blocks_;
  std::vector<bool> kept_;
  std::vector<double> sums_;  // of the blocks before each
};

// A list or a table of nothing but links.
bool is_link_list(const Region& region, const std::vector<Block>& blocks) {
  const GumboTag tag = tag_of(*region.element);
  if (tag != GUMBO_TAG_UL && tag != GUMBO_TAG_OL && tag != GUMBO_TAG_DL && tag != GUMBO_TAG_TABLE)
    return false;
  std::size_t all = 0;
  std::size_t linked = 0;
  for (std::size_t k = region.begin; k < region.end; ++k) {
    all += blocks[k].text.size();
    linked += blocks[k].linked;
  }
  return static_cast<double>(linked) > most_linked_block * static_cast<double>(all);
}

void drop_clutter(const BlocksOfPage& page, Prose& prose) {
  const double limit = clutter_limit * prose.total();
  for (const Region& region : page.regions) {
    const bool clutter = is_clutter(*region.element) && (prose.total() == 0 || prose.within(region) < limit);
    if (clutter || is_link_list(region, page.blocks)) prose.drop(region.begin, region.end);
  }
  for (std::size_t k = 0; k < page.blocks.size(); ++k) {
    const Block& block = page.blocks[k];
    const bool links = block.kind != BlockKind::heading && linked_share(block) > most_linked_block;
    const bool furnishes = block.text.size() <= 40 && is_among(fold_text(block.text), furniture);
    if (links || furnishes || is_cookie_notice(block) || is_imprint(block)) prose.drop(k, k + 1);
  }
  prose.add_up();
}

// What goes with a box that holds most of the story: paragraphs and lists beside it, such as the lead above
// the body, and boxes of the same class, into which some pages cut a story.
bool goes_with(const Region& region, const Region& story) {
  const GumboNode& element = *region.element;
  if (element.parent != story.element->parent) return false;
  const std::string_view name = attribute(element, "class");
  const bool same_box = tag_of(element) == tag_of(*story.element) && !name.empty() &&
                        name == attribute(*story.element, "class");
  return same_box || among(tag_of(element), {GUMBO_TAG_P, GUMBO_TAG_UL, GUMBO_TAG_OL, GUMBO_TAG_BLOCKQUOTE});
}

// The smallest element that marks itself as the story and holds enough prose; else the smallest that holds
// nearly all of it, or most of it in several paragraphs, with what goes with that.
Region story_of(const BlocksOfPage& page, const Prose& prose) {
  const Region* marked = nullptr;
  const Region* fullest = &page.regions.front();
  for (const Region& region : page.regions) {
    const double share = prose.within(region) / prose.total();
    if (share >= story_container && marks_story(*region.element) &&
        (marked == nullptr || prose.within(region) <= prose.within(*marked))) {
      marked = &region;
    }
    const bool full = share >= nearly_all || (share >= most_of_it && prose.blocks_within(region) >= 2);
    if (full && region.end - region.begin <= fullest->end - fullest->begin) fullest = &region;
  }
  if (marked != nullptr) return *marked;
  Region story = *fullest;
  for (const Region& region : page.regions) {
    if (!goes_with(region, *fullest) || prose.within(region) == 0) continue;
    story.begin = std::min(story.begin, region.begin);
    story.end = std::max(story.end, region.end);
  }
  return story;
}

bool repeats_title(const Block& block, const std::string& title) {
  if (block.kind != BlockKind::heading) return false;
  const std::string text = fold_text(block.text);
  // <title> often goes on with the name of the site
  return text == title || (title.starts_with(text) && text.size() * 2 > title.size());
}

// From the first prose, with the headings right before it, to the last: dates, bylines and tags lie outside.
Region without_edges(const BlocksOfPage& page, const Prose& prose, Region story) {
  while (story.end > story.begin && !prose.is_prose_at(story.end - 1)) --story.end;
  std::size_t begin = story.begin;
  while (begin < story.end && !prose.is_prose_at(begin)) ++begin;
  while (begin > story.begin && page.blocks[begin - 1].kind == BlockKind::heading) --begin;
  story.begin = begin;
  return story;
}

}  // namespace

std::string main_text(const GumboNode& body, std::string_view title) {
  const BlocksOfPage page = cut_into_blocks(body);
  Prose prose(page.blocks);
  drop_clutter(page, prose);
  Region story = page.regions.front();
  // A page of a few short lines has no prose to go by: all that is no clutter is its text.
  if (prose.total() > 0) story = without_edges(page, prose, story_of(page, prose));

  const std::string folded_title = fold_text(title);
  std::string text;
  std::vector<const Block*> headings;  // written once something follows them
  const Block* last = nullptr;
  const auto write = [&](const Block& block) {
    if (last != nullptr)
      text += last->kind == BlockKind::item && block.kind == BlockKind::item ? "\n" : "\n\n";
    text += block.text;
    last = &block;
  };
  for (std::size_t k = story.begin; k < story.end; ++k) {
    const Block& block = page.blocks[k];
    if (!prose.keeps(k)) {
      headings.clear();  // "Related articles", above links that were left out
    } else if (block.kind == BlockKind::heading) {
      if (!repeats_title(block, folded_title)) headings.push_back(&block);
    } else {
      for (const Block* heading : headings) write(*heading);
      headings.clear();
      write(block);
    }
  }
  return text;
}

}  // namespace rashomon
