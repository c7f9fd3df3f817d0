// The types of this module come from the schemas beside this file, each time they change.
