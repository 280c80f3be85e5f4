-- The end of every promotion's chain, and what promotions are searched by.
CREATE TABLE promotion (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id VARCHAR(127) NOT NULL UNIQUE,
  application VARCHAR(127) NOT NULL,
  stage VARCHAR(127) NOT NULL,
  is_open BOOLEAN NOT NULL,
  version BIGINT NOT NULL,
  hash VARCHAR(64) NOT NULL
);

CREATE INDEX promotion_by_application ON promotion (application, stage, number);

-- Every recorded event; position is the order in which rows were stored, version the order in the promotion.
CREATE TABLE ledger_entry (
  position BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  promotion VARCHAR(127) NOT NULL,
  version BIGINT NOT NULL,
  payload TEXT NOT NULL,
  previous_hash VARCHAR(64) NOT NULL,
  hash VARCHAR(64) NOT NULL,
  UNIQUE (promotion, version)
);

CREATE TABLE checkpoint (
  number BIGINT PRIMARY KEY,
  sealed_at VARCHAR(40) NOT NULL,
  entries BIGINT NOT NULL,
  rows_hash VARCHAR(64) NOT NULL,
  previous_hash VARCHAR(64) NOT NULL,
  hash VARCHAR(64) NOT NULL,
  last_position BIGINT NOT NULL
);

CREATE TABLE lease (
  resource VARCHAR(1000) PRIMARY KEY,
  holder VARCHAR(500),
  epoch BIGINT NOT NULL,
  expires_at TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE TABLE write_intent (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  promotion VARCHAR(127) NOT NULL,
  target VARCHAR(127) NOT NULL,
  act VARCHAR(20) NOT NULL,
  repository VARCHAR(1000) NOT NULL,
  branch VARCHAR(500) NOT NULL,
  parent VARCHAR(64) NOT NULL,
  tree VARCHAR(64) NOT NULL,
  commit_id VARCHAR(64) NOT NULL,
  epoch BIGINT NOT NULL
);

CREATE INDEX write_intent_of_target ON write_intent (promotion, target, number);
