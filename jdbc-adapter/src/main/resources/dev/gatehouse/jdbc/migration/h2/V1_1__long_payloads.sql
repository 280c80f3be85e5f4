-- Payloads up to this length stay in the row; H2 keeps longer ones beside it.
SET MAX_LENGTH_INPLACE_LOB 1000000;
