// A news article taken apart: whose telling each of its sentences passes on.
#pragma once

#include <string>
#include <vector>

#include "engine/records/document.h"
#include "engine/records/statement.h"

namespace rashomon {

/// A sentence of an article, with the accounts that it belongs to.
struct Passage {
  Statement statement;                // its id is its number: "7"
  std::vector<std::string> accounts;  // party ids, sorted; empty: the reporter's own, or a third party's
};

struct Article {
  Document document;
  std::vector<std::string> parties;  // whose accounts it passes on, most passages first
  std::vector<Passage> passages;     // every sentence, in order
};

}  // namespace rashomon
