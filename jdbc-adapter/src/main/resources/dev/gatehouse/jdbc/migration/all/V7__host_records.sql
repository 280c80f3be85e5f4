-- What hosts keep beside the ledger for all processes: hashes of tokens, answers to repeated calls. No event depends on it.
CREATE TABLE host_record (
  kind VARCHAR(40) NOT NULL,
  name VARCHAR(200) NOT NULL,
  content VARCHAR(100000) NOT NULL,
  ends_at BIGINT NOT NULL,
  PRIMARY KEY (kind, name)
);
