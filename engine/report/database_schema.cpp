// The tables and views of the database, as SQL.
#include <string>
#include <utility>
#include <vector>

#include "engine/report/database.h"
#include "engine/report/tables.h"

namespace rashomon {
namespace {

/// What stands beside the comparisons' own tables. "left", "end" and the like are words of SQL, hence the
/// quotation marks.
const char* const kOwn = R"(CREATE TABLE "comparisons" ( -- What is in here, one comparison a row
  "number" INTEGER PRIMARY KEY, -- in the order they were added
  "key" TEXT NOT NULL UNIQUE -- SHA-256 of the JSON report: the same comparison is added once
);

CREATE TABLE "items" ( -- The names that a batch gives its comparisons
  "id" TEXT NOT NULL, -- as the manifest has it
  "comparison" INTEGER NOT NULL REFERENCES "comparisons" ("number") ON DELETE CASCADE,
  PRIMARY KEY ("id", "comparison")
);

)";

const char* const kSearch = R"(CREATE VIRTUAL TABLE "statement_search" USING fts5(
  "text", content='statements', content_rowid='entry', tokenize='porter unicode61 remove_diacritics 2');

CREATE TRIGGER "statement_added" AFTER INSERT ON "statements" BEGIN
  INSERT INTO "statement_search" (rowid, "text") VALUES (new."entry", new."text");
END;

CREATE TRIGGER "statement_removed" AFTER DELETE ON "statements" BEGIN
  INSERT INTO "statement_search" ("statement_search", rowid, "text") VALUES ('delete', old."entry", old."text");
END;

)";

const char* const kViews =
    R"(CREATE VIEW "omissions_by_salience" AS -- What weighs most of all that is left out
SELECT o."comparison", s."account", o."unanswered_by", o."statement", s."text", o."salience", o."answered",
  o."salience" * (1 - o."answered") AS "weight"
FROM "omissions" o JOIN "statements" s ON s."comparison" = o."comparison" AND s."doc_id" = o."statement"
ORDER BY "weight" DESC, o."comparison", s."entry";

CREATE VIEW "opposing_links" AS -- Where two accounts stand against each other, the hardest first
SELECT l."comparison", l."left", l."right", l."relation", l."type", l."score", l."confidence", l."probability",
  a."text" AS "left_text", b."text" AS "right_text"
FROM "links" l
JOIN "statements" a ON a."comparison" = l."comparison" AND a."doc_id" = l."left"
JOIN "statements" b ON b."comparison" = l."comparison" AND b."doc_id" = l."right"
WHERE l."relation" IN ('diverge', 'contradict')
ORDER BY l."score", l."comparison", a."entry", b."entry";

CREATE VIEW "divergence_by_event" AS -- How far two accounts of an event stand apart, the farthest first
SELECT p."comparison", (SELECT min(i."id") FROM "items" i WHERE i."comparison" = p."comparison") AS "id",
  p."left", p."right", coalesce(a."date", b."date") AS "date", a."title" AS "left_title", b."title" AS "right_title",
  p."divergence", p."divergence_low", p."divergence_high", p."silence", p."narrative", p."position", p."tension"
FROM "pairs" p
JOIN "accounts" a ON a."comparison" = p."comparison" AND a."doc_id" = p."left"
JOIN "accounts" b ON b."comparison" = p."comparison" AND b."doc_id" = p."right"
ORDER BY p."divergence" DESC, p."comparison", p."left", p."right";

CREATE VIEW "topics_by_account" AS -- How each party treats a concept over all comparisons
SELECT "account", "concept", count("first") AS "named_in", count(*) AS "comparisons",
  avg("emphasis") AS "emphasis", avg("register") AS "register", avg("score") AS "score"
FROM "topics" GROUP BY "account", "concept" ORDER BY "account", "emphasis" DESC, "concept";

CREATE VIEW "claims_not_borne_out" AS -- What a party is told to have said, and its own account denies or passes over
SELECT c."comparison", c."teller", c."of", c."verdict", c."told", t."text" AS "told_text",
  c."own", o."text" AS "own_text", c."probability", c."score"
FROM "claims" c
JOIN "statements" t ON t."comparison" = c."comparison" AND t."doc_id" = c."told"
LEFT JOIN "statements" o ON o."comparison" = c."comparison" AND o."doc_id" = c."own"
WHERE c."verdict" IN ('denied', 'silent') ORDER BY c."verdict", c."comparison", t."entry";
)";

std::string quoted(std::string_view name) { return '"' + std::string(name) + '"'; }

/// The columns in parentheses, that of the comparison first.
std::string with_comparison(const ColumnNames& columns) {
  std::string out = "(\"comparison\"";
  for (const std::string_view column : columns) out += ", " + quoted(column);
  return out + ')';
}

std::string type_of(const Column& column) {
  const bool always = column.presence == Presence::always;
  switch (column.type) {
    case ColumnType::integer:
    case ColumnType::boolean: return always ? " INTEGER NOT NULL" : " INTEGER";
    case ColumnType::number: return always ? " REAL NOT NULL" : " REAL";
    case ColumnType::word:
    case ColumnType::text: break;
  }
  return always ? " TEXT NOT NULL" : " TEXT";
}

using Lines = std::vector<std::pair<std::string, std::string_view>>;  // definition, comment

/// The full-text index names a statement by one number, which must outlast a VACUUM.
bool is_searched(const TableSchema& table) { return table.name == "statements"; }

Lines definitions(const TableSchema& table) {
  Lines lines;
  if (is_searched(table)) lines.emplace_back("\"entry\" INTEGER PRIMARY KEY", "for the full-text index");
  lines.emplace_back(
      "\"comparison\" INTEGER NOT NULL REFERENCES \"comparisons\" (\"number\") ON DELETE CASCADE", "");
  for (const Column& column : table.columns) {
    if (column.presence != Presence::repeated)
      lines.emplace_back(quoted(column.name) + type_of(column), column.meaning);
  }
  lines.emplace_back((is_searched(table) ? "UNIQUE " : "PRIMARY KEY ") + with_comparison(table.key), "");
  for (const Reference& reference : table.references) {
    lines.emplace_back("FOREIGN KEY " + with_comparison(reference.columns) + " REFERENCES " +
                           quoted(reference.table) + ' ' + with_comparison(reference.there) +
                           " ON DELETE CASCADE",
                       "");
  }
  return lines;
}

std::string create(const TableSchema& table) {
  std::string out = "CREATE TABLE " + quoted(table.name) + " ( -- " + std::string(table.meaning) + '\n';
  const Lines lines = definitions(table);
  for (std::size_t k = 0; k < lines.size(); ++k) {
    const auto& [definition, comment] = lines[k];
    out += "  " + definition + (k + 1 < lines.size() ? "," : "");
    out += comment.empty() ? "\n" : " -- " + std::string(comment) + '\n';
  }
  return out + ");\n\n";
}

}  // namespace

std::string database_schema() {
  std::string sql = kOwn;
  for (const TableSchema& table : table_schemas()) sql += create(table);
  return sql + kSearch + kViews;
}

}  // namespace rashomon
