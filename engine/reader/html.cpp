#include "engine/reader/html.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/reader/ascii.h"
#include "engine/reader/html_tree.h"
#include "engine/reader/main_text.h"
#include "engine/records/error.h"

namespace rashomon {
namespace {

// Names of <meta> elements (name=, property= or itemprop=), the best first.
constexpr std::array<std::string_view, 2> title_names = {"og:title", "twitter:title"};
constexpr std::array<std::string_view, 15> date_names = {"article:published_time",
                                                         "og:published_time",
                                                         "datepublished",
                                                         "date",
                                                         "dc.date",
                                                         "dc.date.issued",
                                                         "dcterms.date",
                                                         "dcterms.issued",
                                                         "dcterms.created",
                                                         "pubdate",
                                                         "publishdate",
                                                         "publish-date",
                                                         "publish_date",
                                                         "publication_date",
                                                         "article.published"};
constexpr std::array<std::string_view, 2> url_names = {"og:url", "twitter:url"};
constexpr std::array<std::string_view, 3> language_names = {"content-language", "og:locale", "dc.language"};

struct Meta {
  std::string name;  // lower case
  std::string content;
};

struct Head {
  std::vector<Meta> metas;
  std::string canonical;  // address of <link rel=canonical>
  std::string time;       // datetime of the first <time>
};

// Walks the whole page: templates put metadata anywhere. The tree's depth is bounded.
void gather(const GumboNode& node, Head& head) {
  const GumboTag tag = tag_of(node);
  if (tag == GUMBO_TAG_META) {
    for (const char* key : {"property", "name", "itemprop", "http-equiv"}) {
      if (has_attribute(node, key))
        head.metas.push_back({lower_ascii(attribute(node, key)), collapsed(attribute(node, "content"))});
    }
  } else if (tag == GUMBO_TAG_LINK && lower_ascii(attribute(node, "rel")) == "canonical" &&
             head.canonical.empty()) {
    head.canonical = collapsed(attribute(node, "href"));
  } else if (tag == GUMBO_TAG_TIME && head.time.empty()) {
    head.time = collapsed(attribute(node, "datetime"));
  }
  for (const GumboNode* child : children(node)) gather(*child, head);
}

template <std::size_t N>
std::string meta_content(const Head& head, const std::array<std::string_view, N>& names) {
  for (const std::string_view name : names) {
    for (const Meta& meta : head.metas) {
      if (meta.name == name && !meta.content.empty()) return meta.content;
    }
  }
  return "";
}

std::string text_of_first(const HtmlTree& tree, GumboTag tag) {
  const GumboNode* node = tree.first(tag);
  return node == nullptr ? "" : plain_text(*node);
}

bool is_web_address(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

std::optional<std::string> first_of(std::initializer_list<std::string> values) {
  const auto found =
      std::find_if(values.begin(), values.end(), [](const std::string& value) { return !value.empty(); });
  return found == values.end() ? std::nullopt : std::optional(*found);
}

}  // namespace

Document read_html(const std::string& html, const std::string& name) {
  const HtmlTree tree(html, name);
  Head head;
  gather(tree.root(), head);
  const std::string page_title = text_of_first(tree, GUMBO_TAG_TITLE);
  const std::string heading = text_of_first(tree, GUMBO_TAG_H1);
  if (!is_web_address(head.canonical)) head.canonical.clear();

  Document document;
  document.name = name;
  document.title = first_of({meta_content(head, title_names), page_title, heading});
  document.date = first_of({meta_content(head, date_names), head.time});
  document.url = first_of({head.canonical, meta_content(head, url_names)});
  document.language =
      first_of({std::string(attribute(tree.root(), "lang")), std::string(attribute(tree.root(), "xml:lang")),
                meta_content(head, language_names)})
          .value_or("");
  const GumboNode* body = tree.first(GUMBO_TAG_BODY);
  if (body != nullptr) document.text = main_text(*body, document.title.value_or(""));
  if (document.text.empty()) {
    throw InputError(name, "the HTML page holds no text", "save the text of the page as a plain text file");
  }
  return document;
}

}  // namespace rashomon
