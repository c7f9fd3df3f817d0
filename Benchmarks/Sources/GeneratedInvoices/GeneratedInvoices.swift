// The types of this module come from the schema beside this file.
