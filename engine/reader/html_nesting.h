// A guard before the HTML parser, whose time and stack grow with the square of a page's nesting.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rashomon {

constexpr std::size_t max_html_bytes = std::size_t{16} << 20U;
constexpr std::size_t max_html_nesting = 512;  // elements within each other; browsers cut off there too
constexpr std::size_t max_html_elements = 2'000'000;  // that the parser would make, at most
constexpr std::size_t max_html_attributes = 1'000;    // of one tag

/// One pass over the tags of a page, before it is parsed. Throws InputError with the line where the page is
/// larger, deeper or richer than the limits above. It follows the implied end tags of ordinary pages (<p>,
/// <li>, <td> ... need no end tag), not every rule of HTML's tree construction: html_tree.h checks the
/// finished tree again.
void check_html_nesting(std::string_view html, const std::string& name);

}  // namespace rashomon
