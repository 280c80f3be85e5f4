-- How each promotion went, so that a track record is counted and not read; the summaries are made again and fill it.
ALTER TABLE promotion_summary ADD COLUMN outcome VARCHAR(20) DEFAULT '' NOT NULL;

ALTER TABLE promotion_summary ADD COLUMN since TIMESTAMP WITH TIME ZONE;
