"""From a record to something a supervisor reads: one neutral Note and a writer for each format."""
