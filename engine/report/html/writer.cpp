#include "engine/report/html/writer.h"

#include <cstddef>

#include "engine/text/code_points.h"
#include "engine/text/width.h"

namespace rashomon {
namespace {

std::string_view entity_of(char byte) {
  switch (byte) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return {};
  }
}

void append_escaped(std::string& out, std::string_view text) {
  for (const char byte : text) {
    const std::string_view entity = entity_of(byte);
    entity.empty() ? out += byte : out += entity;
  }
}

bool is_plain(char byte) { return byte >= ' ' && byte < '\x7F'; }

/// What stands for a character that is no ASCII letter, digit or mark: white space and soft hyphens stand for
/// themselves, but for the carriage return and its like, which an HTML parser would take for something else.
std::string_view in_place_of(std::string_view character, std::string_view visible) {
  if (visible.empty()) return character;
  if (visible == " ") return character.size() == 1 && character != "\n" ? " " : character;
  return visible;
}

}  // namespace

void Html::start(std::string_view tag, Attributes attributes) {
  (out_ += '<') += tag;
  for (const Attribute& attribute : attributes) {
    ((out_ += ' ') += attribute.name) += "=\"";
    append_escaped(out_, make_visible(attribute.value));
    out_ += '"';
  }
  out_ += '>';
}

Html& Html::open(std::string_view tag, Attributes attributes) {
  start(tag, attributes);
  open_.push_back(tag);
  return *this;
}

Html& Html::close() {
  ((out_ += "</") += open_.back()) += '>';
  open_.pop_back();
  return *this;
}

Html& Html::leaf(std::string_view tag, Attributes attributes, std::string_view text) {
  return open(tag, attributes).text(text).close();
}

Html& Html::empty(std::string_view tag, Attributes attributes) {
  start(tag, attributes);
  out_.insert(out_.size() - 1, "/");
  return *this;
}

Html& Html::text(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    while (at < text.size() && is_plain(text[at])) ++at;
    append_escaped(out_, text.substr(begin, at - begin));
    if (at == text.size()) break;
    const std::size_t from = at;
    next_code_point(text, at);
    const std::string_view character = text.substr(from, at - from);
    const std::string visible = make_visible(character);
    const std::string_view shown = in_place_of(character, visible);
    const bool unseen = shown != character && shown != " ";
    if (unseen) out_ += "<span class=\"unseen\">";
    append_escaped(out_, shown);
    if (unseen) out_ += "</span>";
  }
  return *this;
}

Html& Html::markup(std::string_view markup) {
  out_ += markup;
  return *this;
}

}  // namespace rashomon
