-- Which projections were made, and by which version of the code; another version makes them again from the ledger.
CREATE TABLE projection (
  name VARCHAR(60) PRIMARY KEY,
  version BIGINT NOT NULL
);

-- A summary of each promotion, made of its events; number is that of its stream, so that the newest one is the last.
CREATE TABLE promotion_summary (
  number BIGINT PRIMARY KEY,
  id VARCHAR(127) NOT NULL UNIQUE,
  application VARCHAR(127) NOT NULL,
  stage VARCHAR(127) NOT NULL,
  is_open BOOLEAN NOT NULL,
  summary TEXT NOT NULL
);

-- H2 reads an index for ORDER BY only where both name the same columns and directions: all questions ask newest first.
CREATE INDEX promotion_summary_newest ON promotion_summary (number DESC);

CREATE INDEX promotion_summary_open ON promotion_summary (is_open DESC, number DESC);

CREATE INDEX promotion_summary_of_application ON promotion_summary (application DESC, number DESC);

CREATE INDEX promotion_summary_to_stage ON promotion_summary (stage DESC, number DESC);

CREATE INDEX promotion_summary_there ON promotion_summary (application DESC, stage DESC, number DESC);

CREATE INDEX promotion_summary_open_there ON promotion_summary (application DESC, stage DESC, is_open DESC, number DESC);

CREATE INDEX promotion_summary_beginning ON promotion_summary (id${byBytes});

DROP TABLE promotion;
