#include "engine/report/plots.h"

#include <array>
#include <string_view>

#include "engine/report/plot_kinds.h"

namespace rashomon {
namespace {

/// A class with its variable on a page and its colour in a file: apart for the colour-blind too, and each
/// dark enough for text on white (WCAG 2.1, 1.4.3).
struct Color {
  std::string_view name;
  std::string_view fixed;
};
constexpr std::array<Color, 6> kColors = {{{"left", "#1d5fa6"},
                                           {"right", "#b34700"},
                                           {"third", "#2c7a4b"},
                                           {"fourth", "#7a3e9d"},
                                           {"fifth", "#7a6400"},
                                           {"sixth", "#5f5f5f"}}};

/// The rules, each colour as `value` gives it.
template <typename Value>
std::string rules(const Value& value) {
  std::string out =
      ".plot text{fill:currentColor;font-size:13px}\n"
      ".plot .small{font-size:11px}\n"
      ".plot .strong{font-weight:600}\n"
      ".plot text.faint{opacity:.72}\n"
      ".plot line{stroke:currentColor;stroke-width:1}\n"
      ".plot line.grid{opacity:.16}\n"
      ".plot line.axis{opacity:.5}\n"
      ".plot line.thick{stroke-width:2}\n"
      ".plot line.dashed{stroke-dasharray:4 3}\n"
      ".plot .dot{fill:currentColor;opacity:.3}\n"
      ".plot .cell{fill:currentColor}\n";
  for (const Color& color : kColors) {
    const std::string name = ".plot ." + std::string(color.name);
    const std::string paint = value(color);
    out += name + ",.plot text." + std::string(color.name) + "{fill:" + paint + "}\n.plot line." +
           std::string(color.name) + "{stroke:" + paint + "}\n" + name + ".ring{fill:none;stroke:" + paint +
           ";stroke-width:2}\n";
  }
  return out;
}

}  // namespace

std::vector<Plot> plots(const Comparison& comparison) {
  std::vector<Plot> all = {emphasis_plot(comparison), register_plot(comparison), order_plot(comparison)};
  for (const PairComparison& pair : comparison.pairs) all.push_back(words_plot(comparison, pair));
  if (comparison.accounts.size() > 2) {
    all.push_back(divergence_plot(comparison));
    all.push_back(points_plot(comparison));
  }
  return all;
}

std::string plot_style() {
  return rules([](const Color& color) {
    return "var(--" + std::string(color.name) + ',' + std::string(color.fixed) + ')';
  });
}

std::string plot_file(const Plot& plot) {
  const std::string head =
      "<style>\n.plot{color:#1a1a1a;font-family:Helvetica,Arial,'Liberation Sans','Noto Sans','Noto Sans CJK "
      "SC','Noto Sans Arabic',sans-serif}\n" +
      rules([](const Color& color) { return std::string(color.fixed); }) +
      "</style>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n";
  std::string file = plot.svg;
  return file.insert(file.find('\n') + 1, head);
}

std::map<std::string, std::string> plot_files(const Comparison& comparison) {
  std::map<std::string, std::string> files;
  for (const Plot& plot : plots(comparison)) {
    files[plot.name + ".svg"] = plot_file(plot);
    files[plot.name + ".csv"] = plot.csv;
  }
  return files;
}

}  // namespace rashomon
