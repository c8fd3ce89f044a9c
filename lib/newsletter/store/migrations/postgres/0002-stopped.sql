-- Kept in step with ../sqlite/0002-stopped.sql.

-- Since when an issue that is being sent is held up because an operator says so; null where it is not.
ALTER TABLE issues ADD COLUMN stopped BIGINT;
