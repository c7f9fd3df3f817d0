#ifndef CLIBXML2_SHIM_H
#define CLIBXML2_SHIM_H

#include <libxml/xmlversion.h>

// Some are built with ICU, and then their headers bring in its types. Foundation has ICU of its own, with other values of
// the same types, and a module that imports both would not compile. Nothing of it is used here.
#undef LIBXML_ICU_ENABLED

#include <libxml/relaxng.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlwriter.h>

// Newer libxml2 hands errors over as constant, older ones do not; Swift sees one function.
typedef void (*typecast_error_function)(void *user, const char *message, int level, int line);

static inline void typecast_forward_error(void *user, xmlErrorPtr error);

// What a handler of libxml2 gets as its user: who wants to hear of errors.
typedef struct {
  void *user;
  typecast_error_function function;
} typecast_error_listener;

static inline void typecast_forward_error(void *user, xmlErrorPtr error) {
  typecast_error_listener *listener = (typecast_error_listener *)user;
  listener->function(listener->user, error->message, (int)error->level, error->line);
}

static inline void typecast_listen_to_reader(xmlTextReaderPtr reader, typecast_error_listener *listener) {
  xmlTextReaderSetStructuredErrorHandler(reader, (xmlStructuredErrorFunc)typecast_forward_error, listener);
}

static inline void typecast_listen_to_grammar(xmlRelaxNGParserCtxtPtr context, typecast_error_listener *listener) {
  xmlRelaxNGSetParserStructuredErrors(context, (xmlStructuredErrorFunc)typecast_forward_error, listener);
}

#endif
