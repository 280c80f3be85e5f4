-- The end of every stream's chain: of a promotion, an application or a shard. Before this version only promotions had one.
CREATE TABLE ledger_stream (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id VARCHAR(140) NOT NULL UNIQUE,
  version BIGINT NOT NULL,
  hash VARCHAR(64) NOT NULL
);

INSERT INTO ledger_stream (id, version, hash) SELECT id, version, hash FROM promotion ORDER BY number;

ALTER TABLE promotion DROP COLUMN version;

ALTER TABLE promotion DROP COLUMN hash;

ALTER TABLE ledger_entry RENAME COLUMN promotion TO stream;

ALTER TABLE ledger_entry ALTER COLUMN stream SET DATA TYPE VARCHAR(140);
