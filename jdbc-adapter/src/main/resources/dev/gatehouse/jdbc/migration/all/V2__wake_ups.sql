-- The table of db-scheduler, with one column more: again_at, the earliest time asked for while the wake-up is handled.
CREATE TABLE wake_up (
  task_name VARCHAR(160) NOT NULL,
  task_instance VARCHAR(260) NOT NULL,
  task_data BYTEA,
  execution_time TIMESTAMP WITH TIME ZONE NOT NULL,
  picked BOOLEAN NOT NULL,
  picked_by VARCHAR(50),
  last_success TIMESTAMP WITH TIME ZONE,
  last_failure TIMESTAMP WITH TIME ZONE,
  consecutive_failures INT,
  last_heartbeat TIMESTAMP WITH TIME ZONE,
  version BIGINT NOT NULL,
  again_at TIMESTAMP WITH TIME ZONE,
  PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX wake_up_due ON wake_up (execution_time);

CREATE INDEX wake_up_heartbeat ON wake_up (last_heartbeat);
