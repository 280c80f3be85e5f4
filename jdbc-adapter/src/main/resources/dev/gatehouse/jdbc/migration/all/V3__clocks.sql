-- When a lease was taken, and when a wake-up was asked for, on the clock of the process that did it: a time far ahead
-- shows that its clock was wrong.
ALTER TABLE lease ADD COLUMN taken_at TIMESTAMP WITH TIME ZONE;

ALTER TABLE wake_up ADD COLUMN asked_at TIMESTAMP WITH TIME ZONE;
