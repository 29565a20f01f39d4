// News article -> its sentences, each with the accounts that it passes on.
#pragma once

#include <string>
#include <vector>

#include "engine/lexicon/lexicons.h"
#include "engine/records/article.h"

namespace rashomon {

/// Tells of every sentence whose account it passes on, who speaks, who is cited and in what mode. The source
/// decides, not the actor: "Xinhua reported that Biden promised" is China's account. A sentence without a
/// source carries on with the one before, or is the reporter's own. The parties of the event are those that
/// the article's beginning names or that it cites often; others are third parties and have no account.
/// English; Chinese as far as its verbs of speech and names go. Throws InputError where the text holds no
/// sentence.
Article split_article(Document document, const Lexicons& lexicons);

/// The part of an article that passes on one party's telling, as an account: its passages' statements with
/// their number in the article, holders and points as extract_statements() tells them. `parties`: all that
/// are compared, `party` among them. Throws InputError where the article passes on none of it.
Account account_of(const Article& article, const std::string& party, const std::vector<std::string>& parties,
                   const Lexicons& lexicons);

}  // namespace rashomon
