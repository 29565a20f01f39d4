// Plots of a comparison, each with the data that it shows.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/records/comparison.h"

namespace rashomon {

struct Plot {
  std::string name;   // [a-z0-9-]+, of its file and its ids
  std::string title;  // for people: "Topic emphasis"
  std::string svg;    // one <svg class="plot"> element for an HTML page that holds plot_style()
  std::string csv;    // RFC 4180: all that the plot was drawn from, also what it leaves out for want of room
};

/// In the order in which a report shows them: emphasis, register and order of the topics; of every pair the
/// words that set the two apart; of three and more accounts also the divergences and the common points. A
/// plot without data says so in one line.
std::vector<Plot> plots(const Comparison& comparison);

/// What the plots' classes look like. Text takes the colour around it. Each colour is a CSS variable that the
/// page may set, as for dark mode: --left, --right, --third, --fourth, --fifth, --sixth (the accounts),
/// --page (behind all).
std::string plot_style();

/// The plot as a file of its own: with its fonts, fixed colours and a white ground.
std::string plot_file(const Plot& plot);

/// File name -> content: NAME.svg and NAME.csv of every plot.
std::map<std::string, std::string> plot_files(const Comparison& comparison);

}  // namespace rashomon
