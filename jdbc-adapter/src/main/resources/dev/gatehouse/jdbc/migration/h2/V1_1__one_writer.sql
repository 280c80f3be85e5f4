-- H2 has no table lock: whoever appends or seals locks this row first, so that rows are committed in the order of their positions.
CREATE TABLE ledger_writer (id INT PRIMARY KEY);

INSERT INTO ledger_writer VALUES (1);

-- Payloads up to this length stay in the row.
SET MAX_LENGTH_INPLACE_LOB 65536;
