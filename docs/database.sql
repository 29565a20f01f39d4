-- What rashomon --sqlite makes, schema version 1 (PRAGMA user_version).

CREATE TABLE "comparisons" ( -- What is in here, one comparison a row
  "number" INTEGER PRIMARY KEY, -- in the order they were added
  "key" TEXT NOT NULL UNIQUE -- SHA-256 of the JSON report: the same comparison is added once
);

CREATE TABLE "items" ( -- The names that a batch gives its comparisons
  "id" TEXT NOT NULL, -- as the manifest has it
  "comparison" INTEGER NOT NULL REFERENCES "comparisons" ("number") ON DELETE CASCADE,
  PRIMARY KEY ("id", "comparison")
);

CREATE TABLE "summary" ( -- What made the comparison, and its totals; of three accounts and more, means over the pairs
  "comparison" INTEGER NOT NULL REFERENCES "comparisons" ("number") ON DELETE CASCADE,
  "version" TEXT NOT NULL, -- of the engine
  "model" TEXT NOT NULL, -- name and hash of the trained weights
  "threshold" REAL NOT NULL, -- of the model: links from this probability on count
  "min_probability" REAL NOT NULL, -- links below it are not listed
  "divergence" REAL NOT NULL, -- 0 to 1: silence + narrative + position
  "divergence_low" REAL NOT NULL, -- lower end of its 90 % interval
  "divergence_high" REAL NOT NULL, -- upper end of its 90 % interval
  "silence" REAL NOT NULL, -- what one side tells and the other does not
  "narrative" REAL NOT NULL, -- one thing told differently
  "position" REAL NOT NULL, -- positions that stand against each other
  "tension" REAL, -- how hard they clash where they meet
  "agree" INTEGER NOT NULL, -- links of this relation
  "reframe" INTEGER NOT NULL, -- links of this relation
  "diverge" INTEGER NOT NULL, -- links of this relation
  "contradict" INTEGER NOT NULL, -- links of this relation
  PRIMARY KEY ("comparison")
);

CREATE TABLE "options" ( -- The options that change the outcome, as given
  "comparison" INTEGER NOT NULL REFERENCES "comparisons" ("number") ON DELETE CASCADE,
  "number" INTEGER NOT NULL, -- from 1
  "name" TEXT NOT NULL, -- without the dashes
  "value" TEXT NOT NULL, -- as typed
  PRIMARY KEY ("comparison", "number")
);

CREATE TABLE "accounts" ( -- The texts that are compared, one a row
  "comparison" INTEGER NOT NULL REFERENCES "comparisons" ("number") ON DELETE CASCADE,
  "doc_id" TEXT NOT NULL, -- the account's id: us, cn
  "text" TEXT NOT NULL, -- all of it; offsets count from its start
  "label" TEXT NOT NULL, -- for people: United States
  "name" TEXT NOT NULL, -- of the file as given
  "title" TEXT, -- where the input says it
  "date" TEXT, -- where the input says it
  "url" TEXT, -- where the input says it
  "media_type" TEXT NOT NULL, -- of the input
  "language" TEXT NOT NULL, -- ISO 639-1; und where it cannot be told
  "sha256" TEXT NOT NULL, -- of the input's bytes
  "characters" INTEGER NOT NULL, -- code points of the text
  PRIMARY KEY ("comparison", "doc_id")
);

CREATE TABLE "statements" ( -- The units that are compared, one a row
  "entry" INTEGER PRIMARY KEY, -- for the full-text index
  "comparison" INTEGER NOT NULL REFERENCES "comparisons" ("number") ON DELETE CASCADE,
  "doc_id" TEXT NOT NULL, -- the statement's id: us:3
  "text" TEXT NOT NULL, -- exactly what stands from begin to end
  "account" TEXT NOT NULL, -- whose it is
  "number" INTEGER NOT NULL, -- in its account, from 1
  "begin" INTEGER NOT NULL, -- offset in the account's text
  "end" INTEGER NOT NULL, -- one past its last character
  "speaker" TEXT, -- whose words it reports
  "source" TEXT, -- who passes it on
  "mode" TEXT NOT NULL, -- direct, partial, indirect or narrated
  "register" REAL NOT NULL, -- -5 confrontational to +5 cooperative, towards the other party
  "mass" REAL NOT NULL, -- its share of the account's content words
  "answered" REAL NOT NULL, -- how far the other accounts answer it, 0 to 1; mean
  "salience" REAL NOT NULL, -- its mass, raised by strong register and commitment
  "sentence" INTEGER, -- its number in the article that it is taken from
  UNIQUE ("comparison", "doc_id"),
  FOREIGN KEY ("comparison", "account") REFERENCES "accounts" ("comparison", "doc_id") ON DELETE CASCADE
);

CREATE TABLE "holders" ( -- The parties whose words, position or act a statement reports
  "comparison" INTEGER NOT NULL REFERENCES "comparisons" ("number") ON DELETE CASCADE,
  "statement" TEXT NOT NULL, -- its id
  "number" INTEGER NOT NULL, -- from 1
  "party" TEXT NOT NULL, -- its id
  PRIMARY KEY ("comparison", "statement", "number"),
  FOREIGN KEY ("comparison", "statement") REFERENCES "statements" ("comparison", "doc_id") ON DELETE CASCADE
);

CREATE TABLE "concepts" ( -- The named things of a statement
  "comparison" INTEGER NOT NULL REFERENCES "comparisons" ("number") ON DELETE CASCADE,
  "statement" TEXT NOT NULL, -- its id
  "number" INTEGER NOT NULL, -- in the order of their first mention, from 1
  "concept" TEXT NOT NULL, -- its id
  PRIMARY KEY ("comparison", "statement", "number"),
  FOREIGN KEY ("comparison", "statement") REFERENCES "statements" ("comparison", "doc_id") ON DELETE CASCADE
);

CREATE TABLE "answers" ( -- How far each other account answers a statement
  "comparison" INTEGER NOT NULL REFERENCES "comparisons" ("number") ON DELETE CASCADE,
  "statement" TEXT NOT NULL, -- its id
  "by" TEXT NOT NULL, -- the other account
  "answered" REAL NOT NULL, -- 0 to 1
  PRIMARY KEY ("comparison", "statement", "by"),
  FOREIGN KEY ("comparison", "statement") REFERENCES "statements" ("comparison", "doc_id") ON DELETE CASCADE,
  FOREIGN KEY ("comparison", "by") REFERENCES "accounts" ("comparison", "doc_id") ON DELETE CASCADE
);

CREATE TABLE "points" ( -- The items of a list sentence, and how far each other account answers them
  "comparison" INTEGER NOT NULL REFERENCES "comparisons" ("number") ON DELETE CASCADE,
  "statement" TEXT NOT NULL, -- its id
  "number" INTEGER NOT NULL, -- from 1
  "by" TEXT NOT NULL, -- the other account
  "begin" INTEGER NOT NULL, -- offset in the account's text
  "end" INTEGER NOT NULL, -- one past its last character
  "text" TEXT NOT NULL, -- exactly what stands there
  "answered" REAL NOT NULL, -- 0 to 1
  PRIMARY KEY ("comparison", "statement", "number", "by"),
  FOREIGN KEY ("comparison", "statement") REFERENCES "statements" ("comparison", "doc_id") ON DELETE CASCADE,
  FOREIGN KEY ("comparison", "by") REFERENCES "accounts" ("comparison", "doc_id") ON DELETE CASCADE
);

CREATE TABLE "topics" ( -- How each account treats a concept
  "comparison" INTEGER NOT NULL REFERENCES "comparisons" ("number") ON DELETE CASCADE,
  "concept" TEXT NOT NULL, -- its id
  "account" TEXT NOT NULL, -- whose treatment
  "emphasis" REAL NOT NULL, -- mass of the statements that name it
  "register" REAL, -- mean by mass, -5 to +5
  "first" INTEGER, -- number of the first statement that names it
  "score" REAL, -- mean score of its links by ground, of all accounts
  PRIMARY KEY ("comparison", "concept", "account"),
  FOREIGN KEY ("comparison", "account") REFERENCES "accounts" ("comparison", "doc_id") ON DELETE CASCADE
);

CREATE TABLE "pairs" ( -- Two accounts laid side by side, and their totals
  "comparison" INTEGER NOT NULL REFERENCES "comparisons" ("number") ON DELETE CASCADE,
  "left" TEXT NOT NULL, -- the left account
  "right" TEXT NOT NULL, -- the right account
  "divergence" REAL NOT NULL, -- 0 to 1: silence + narrative + position
  "divergence_low" REAL NOT NULL, -- lower end of its 90 % interval
  "divergence_high" REAL NOT NULL, -- upper end of its 90 % interval
  "silence" REAL NOT NULL, -- what one side tells and the other does not
  "narrative" REAL NOT NULL, -- one thing told differently
  "position" REAL NOT NULL, -- positions that stand against each other
  "tension" REAL, -- how hard they clash where they meet
  "agree" INTEGER NOT NULL, -- links of this relation
  "reframe" INTEGER NOT NULL, -- links of this relation
  "diverge" INTEGER NOT NULL, -- links of this relation
  "contradict" INTEGER NOT NULL, -- links of this relation
  PRIMARY KEY ("comparison", "left", "right"),
  FOREIGN KEY ("comparison", "left") REFERENCES "accounts" ("comparison", "doc_id") ON DELETE CASCADE,
  FOREIGN KEY ("comparison", "right") REFERENCES "accounts" ("comparison", "doc_id") ON DELETE CASCADE
);

CREATE TABLE "profiles" ( -- An account's mass by what becomes of it in the other account; the four add up to 1
  "comparison" INTEGER NOT NULL REFERENCES "comparisons" ("number") ON DELETE CASCADE,
  "left" TEXT NOT NULL, -- the left account
  "right" TEXT NOT NULL, -- the right account
  "account" TEXT NOT NULL, -- whose mass
  "agree" REAL NOT NULL, -- share of the mass
  "reframe" REAL NOT NULL, -- share of the mass
  "oppose" REAL NOT NULL, -- share of the mass
  "silent" REAL NOT NULL, -- share of the mass
  PRIMARY KEY ("comparison", "left", "right", "account"),
  FOREIGN KEY ("comparison", "left", "right") REFERENCES "pairs" ("comparison", "left", "right") ON DELETE CASCADE,
  FOREIGN KEY ("comparison", "account") REFERENCES "accounts" ("comparison", "doc_id") ON DELETE CASCADE
);

CREATE TABLE "links" ( -- Two statements that speak to the same point, one link a row
  "comparison" INTEGER NOT NULL REFERENCES "comparisons" ("number") ON DELETE CASCADE,
  "left" TEXT NOT NULL, -- the left statement's id
  "right" TEXT NOT NULL, -- the right statement's id
  "similarity" REAL NOT NULL, -- TF-IDF cosine, 0 to 1
  "probability" REAL NOT NULL, -- that they speak to the same point
  "share" REAL NOT NULL, -- how much of the two is expected to be that point
  "voice" TEXT NOT NULL, -- same: two tellings of one thing; cross: two positions
  "relation" TEXT NOT NULL, -- agree, reframe, diverge or contradict
  "score" REAL NOT NULL, -- -1 opposed to +1 same content and tone
  "confidence" REAL NOT NULL, -- probability of the relation, given the link
  "agree" REAL NOT NULL, -- probability
  "reframe" REAL NOT NULL, -- probability
  "oppose" REAL NOT NULL, -- probability of diverge and contradict together
  "dimension" TEXT, -- of a reframe: tone, strength, scope, agency or credit
  "type" TEXT, -- of a contradict: the fact
  "plausible" TEXT, -- where uncertain: the relations that hold 0.9, parted by semicolons
  "evidence_total" REAL NOT NULL, -- sum of the contributions
  "left_account" TEXT NOT NULL, -- whose the left statement is
  "right_account" TEXT NOT NULL, -- whose the right statement is
  PRIMARY KEY ("comparison", "left", "right"),
  FOREIGN KEY ("comparison", "left") REFERENCES "statements" ("comparison", "doc_id") ON DELETE CASCADE,
  FOREIGN KEY ("comparison", "right") REFERENCES "statements" ("comparison", "doc_id") ON DELETE CASCADE,
  FOREIGN KEY ("comparison", "left_account", "right_account") REFERENCES "pairs" ("comparison", "left", "right") ON DELETE CASCADE
);

CREATE TABLE "evidence" ( -- The reasons of a link, strongest first
  "comparison" INTEGER NOT NULL REFERENCES "comparisons" ("number") ON DELETE CASCADE,
  "left" TEXT NOT NULL, -- the link's left statement
  "right" TEXT NOT NULL, -- the link's right statement
  "number" INTEGER NOT NULL, -- from 1
  "kind" TEXT NOT NULL, -- name of the feature
  "left_words" TEXT, -- words that it names on the left
  "right_words" TEXT, -- words that it names on the right
  "left_begin" INTEGER, -- where they stand
  "left_end" INTEGER, -- one past their last character
  "right_begin" INTEGER, -- where they stand
  "right_end" INTEGER, -- one past their last character
  "contribution" REAL NOT NULL, -- above 0 towards agreement, below 0 towards opposition
  PRIMARY KEY ("comparison", "left", "right", "number"),
  FOREIGN KEY ("comparison", "left", "right") REFERENCES "links" ("comparison", "left", "right") ON DELETE CASCADE
);

CREATE TABLE "omissions" ( -- Statements that no link reaches, the weightiest first
  "comparison" INTEGER NOT NULL REFERENCES "comparisons" ("number") ON DELETE CASCADE,
  "statement" TEXT NOT NULL, -- its id
  "unanswered_by" TEXT NOT NULL, -- the account that leaves it out
  "salience" REAL NOT NULL, -- its mass, raised by strong register and commitment
  "answered" REAL NOT NULL, -- how far the other account answers it all the same
  PRIMARY KEY ("comparison", "statement", "unanswered_by"),
  FOREIGN KEY ("comparison", "statement") REFERENCES "statements" ("comparison", "doc_id") ON DELETE CASCADE,
  FOREIGN KEY ("comparison", "unanswered_by") REFERENCES "accounts" ("comparison", "doc_id") ON DELETE CASCADE
);

CREATE TABLE "highlights" ( -- How an account sums up the talk, and its most confrontational words
  "comparison" INTEGER NOT NULL REFERENCES "comparisons" ("number") ON DELETE CASCADE,
  "account" TEXT NOT NULL, -- whose words
  "towards" TEXT NOT NULL, -- the other account
  "kind" TEXT NOT NULL, -- tone or sharpest
  "statement" TEXT NOT NULL, -- that holds them
  "begin" INTEGER NOT NULL, -- offset of the words
  "end" INTEGER NOT NULL, -- one past their last character
  "text" TEXT NOT NULL, -- the words
  "register" REAL NOT NULL, -- -5 confrontational to +5 cooperative
  PRIMARY KEY ("comparison", "account", "towards", "kind"),
  FOREIGN KEY ("comparison", "account") REFERENCES "accounts" ("comparison", "doc_id") ON DELETE CASCADE,
  FOREIGN KEY ("comparison", "towards") REFERENCES "accounts" ("comparison", "doc_id") ON DELETE CASCADE,
  FOREIGN KEY ("comparison", "statement") REFERENCES "statements" ("comparison", "doc_id") ON DELETE CASCADE
);

CREATE TABLE "facts" ( -- What both accounts say of the event itself
  "comparison" INTEGER NOT NULL REFERENCES "comparisons" ("number") ON DELETE CASCADE,
  "left" TEXT NOT NULL, -- the left account
  "right" TEXT NOT NULL, -- the right account
  "number" INTEGER NOT NULL, -- from 1
  "fact" TEXT NOT NULL, -- contact, initiator, date, place, duration, participant or follow_up
  "verdict" TEXT NOT NULL, -- same, differs or silent
  "left_statement" TEXT, -- that tells it on the left
  "left_begin" INTEGER, -- offset of the words
  "left_end" INTEGER, -- one past their last character
  "left_text" TEXT, -- the words
  "right_statement" TEXT, -- that tells it on the right
  "right_begin" INTEGER, -- offset of the words
  "right_end" INTEGER, -- one past their last character
  "right_text" TEXT, -- the words
  PRIMARY KEY ("comparison", "left", "right", "number"),
  FOREIGN KEY ("comparison", "left", "right") REFERENCES "pairs" ("comparison", "left", "right") ON DELETE CASCADE,
  FOREIGN KEY ("comparison", "left_statement") REFERENCES "statements" ("comparison", "doc_id") ON DELETE CASCADE,
  FOREIGN KEY ("comparison", "right_statement") REFERENCES "statements" ("comparison", "doc_id") ON DELETE CASCADE
);

CREATE TABLE "claims" ( -- What one account tells of the other party, checked against that party's own account
  "comparison" INTEGER NOT NULL REFERENCES "comparisons" ("number") ON DELETE CASCADE,
  "teller" TEXT NOT NULL, -- the account that tells it
  "of" TEXT NOT NULL, -- the account of the party that it speaks for
  "verdict" TEXT NOT NULL, -- denied, silent, weakened, strengthened or confirmed
  "joint" INTEGER NOT NULL, -- told of both parties
  "told" TEXT NOT NULL, -- the teller's statement
  "own" TEXT, -- the party's own statement of it
  "probability" REAL NOT NULL, -- that the two, or else the likeliest one, speak to the same point
  "share" REAL NOT NULL, -- how much of the two is expected to be that point
  "score" REAL, -- -1 opposed to +1 same content and tone
  "told_strength" REAL, -- how firmly the teller has the party commit itself
  "own_strength" REAL, -- how firmly the party does so
  PRIMARY KEY ("comparison", "teller", "of", "told"),
  FOREIGN KEY ("comparison", "teller") REFERENCES "accounts" ("comparison", "doc_id") ON DELETE CASCADE,
  FOREIGN KEY ("comparison", "of") REFERENCES "accounts" ("comparison", "doc_id") ON DELETE CASCADE,
  FOREIGN KEY ("comparison", "told") REFERENCES "statements" ("comparison", "doc_id") ON DELETE CASCADE,
  FOREIGN KEY ("comparison", "own") REFERENCES "statements" ("comparison", "doc_id") ON DELETE CASCADE
);

CREATE VIRTUAL TABLE "statement_search" USING fts5(
  "text", content='statements', content_rowid='entry', tokenize='porter unicode61 remove_diacritics 2');

CREATE TRIGGER "statement_added" AFTER INSERT ON "statements" BEGIN
  INSERT INTO "statement_search" (rowid, "text") VALUES (new."entry", new."text");
END;

CREATE TRIGGER "statement_removed" AFTER DELETE ON "statements" BEGIN
  INSERT INTO "statement_search" ("statement_search", rowid, "text") VALUES ('delete', old."entry", old."text");
END;

CREATE VIEW "omissions_by_salience" AS -- What weighs most of all that is left out
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
