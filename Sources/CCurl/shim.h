#ifndef CCURL_SHIM_H
#define CCURL_SHIM_H

#include <curl/curl.h>
#include <netinet/in.h>
#include <sys/socket.h>

// Swift can't call functions with a variable number of arguments.

static inline CURLcode typecast_set_long(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode typecast_set_offset(CURL *handle, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode typecast_set_text(CURL *handle, CURLoption option, const char *value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode typecast_set_pointer(CURL *handle, CURLoption option, const void *value) {
  return curl_easy_setopt(handle, option, value);
}

typedef size_t (*typecast_bytes_function)(char *bytes, size_t size, size_t count, void *user);

static inline CURLcode typecast_set_bytes_function(CURL *handle, CURLoption option, typecast_bytes_function function) {
  return curl_easy_setopt(handle, option, function);
}

typedef int (*typecast_prereq_function)(void *user, char *ip, char *local_ip, int port, int local_port);

static inline CURLcode typecast_set_prereq_function(CURL *handle, typecast_prereq_function function) {
  return curl_easy_setopt(handle, CURLOPT_PREREQFUNCTION, function);
}

typedef curl_socket_t (*typecast_open_function)(void *user, curlsocktype purpose, struct curl_sockaddr *address);

static inline CURLcode typecast_set_open_function(CURL *handle, typecast_open_function function) {
  return curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, function);
}

// The port of an address; 0 where it has none.
static inline int typecast_port(const struct curl_sockaddr *address) {
  switch (address->family) {
  case AF_INET: return ntohs(((const struct sockaddr_in *)(const void *)&address->addr)->sin_port);
  case AF_INET6: return ntohs(((const struct sockaddr_in6 *)(const void *)&address->addr)->sin6_port);
  default: return 0;
  }
}

// Opens a socket as libcurl does.
static inline curl_socket_t typecast_open_socket(const struct curl_sockaddr *address) {
  int type = address->socktype;
#ifdef SOCK_CLOEXEC
  type |= SOCK_CLOEXEC;
#endif
  return socket(address->family, type, address->protocol);
}

static inline CURLcode typecast_get_pointer(CURL *handle, CURLINFO info, void **value) {
  return curl_easy_getinfo(handle, info, value);
}

static inline CURLcode typecast_get_long(CURL *handle, CURLINFO info, long *value) {
  return curl_easy_getinfo(handle, info, value);
}

static inline CURLMcode typecast_set_multi_long(CURLM *multi, CURLMoption option, long value) {
  return curl_multi_setopt(multi, option, value);
}

// Without it, whoever ends a transfer waits for its lookup of a name. libcurl has the option since 7.87.
static inline CURLcode typecast_leave_lookups(CURL *handle) {
#if LIBCURL_VERSION_NUM >= 0x075700
  return curl_easy_setopt(handle, CURLOPT_QUICK_EXIT, 1L);
#else
  return CURLE_OK;
#endif
}

// A union of C that Swift reads as an opaque one.
static inline CURLcode typecast_message_result(CURLMsg *message) { return message->data.result; }

// Macros that Swift does not see.
static const size_t typecast_write_pause = CURL_WRITEFUNC_PAUSE;
static const long typecast_http_2_over_tls = CURL_HTTP_VERSION_2TLS;

#endif
