-- A release that may not migrate looks whether its migrations are there before it serves.
GRANT SELECT ON public.flyway_schema_history TO countersign_app;
