// The story of a page, without what surrounds it.
#pragma once

#include <string>
#include <string_view>

#include "engine/reader/html_tree.h"

namespace rashomon {

/// The main text of a page's <body>: paragraphs and headings parted by blank lines, list items and <br> by
/// line ends, white space collapsed (but in <pre>). Empty where the page holds none.
///
/// A page is cut into blocks (paragraphs, headings, list items). A block is prose where it reads like
/// sentences: long enough, few links, no cookie notice or imprint. Navigation, menus, side columns, share
/// buttons, comments and related links are left out, told by their element, role, class and id, or by being
/// made of links, unless they hold half of all prose (some pages lie in one <form> or in <div
/// class="with-sidebar">). Of the rest, the story is the element that marks itself as such (<article>,
/// <main>, articleBody), else the smallest that holds nearly all prose; it is cut from its first prose to its
/// last. A heading that repeats `title` is left out. Idea: Kohlschuetter et al., Boilerplate Detection using
/// Shallow Text Features, WSDM 2010 (length and link density of blocks).
std::string main_text(const GumboNode& body, std::string_view title);

}  // namespace rashomon
