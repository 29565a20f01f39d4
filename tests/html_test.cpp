// The page's markup: escapes, marks for what is unseen, elements in their order.
#include <doctest/doctest.h>

#include <string>

#include "engine/report/html/writer.h"

using rashomon::Html;

TEST_CASE("text of others is never markup, in an element or in an attribute") {
  Html html;
  html.leaf("p", {{"title", "\"><script>'&"}}, "</p><script>&amp;");
  CHECK(std::move(html).finish() ==
        "<p title=\"&quot;&gt;&lt;script&gt;&#39;&amp;\">&lt;/p&gt;&lt;script&gt;&amp;amp;</p>");
}

TEST_CASE("a character that acts unseen is marked, one mark a code point") {
  const auto written = [](std::string_view text) {
    Html html;
    html.text(text);
    return std::move(html).finish();
  };
  CHECK(written("a\u202Eb") == "a<span class=\"unseen\">&lt;U+202E&gt;</span>b");
  CHECK(written("\x07") == "<span class=\"unseen\">\u2407</span>");
  CHECK(written("\xFF") == "<span class=\"unseen\">\uFFFD</span>");
  for (const char* const kept : {"a b\nc", "\u00A0", "\u3000", "co\u00ADop", "\u4E2D\u56FD", "\u0627"})
    CHECK(written(kept) == kept);
  CHECK(written("a\r\nb\tc") == "a \nb c");
}

TEST_CASE("elements close in the reverse order of their opening") {
  Html html;
  html.open("ul").open("li").text("x").close().empty("hr", {{"class", "y"}}).close();
  CHECK(std::move(html).finish() == "<ul><li>x</li><hr class=\"y\"/></ul>");
}
