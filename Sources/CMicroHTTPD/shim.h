#ifndef CMICROHTTPD_SHIM_H
#define CMICROHTTPD_SHIM_H

#include <errno.h>
#include <fcntl.h>
#include <microhttpd.h>
#include <netdb.h>
#include <netinet/in.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/epoll.h>
#else
#include <sys/event.h>
#endif

typedef void *(*typecast_target_function)(void *user, const char *target, struct MHD_Connection *connection);

// Keeps signals, which are for the threads of the program, away from a thread that is about to start.
static inline void typecast_block_signals(sigset_t *before) {
  sigset_t all;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, before);
}

// Starts a daemon with one thread of its own. Swift can't call functions with a variable number of arguments.
//
// The daemon polls: with epoll it misses the end of a client whose last bytes and whose end come together, and keeps the
// connection until it is idle for too long.
static inline struct MHD_Daemon *typecast_start_daemon(
    int listener, unsigned int connections, size_t memory, unsigned int head_seconds,
    typecast_target_function on_target, MHD_AccessHandlerCallback on_request,
    MHD_RequestCompletedCallback on_completion, MHD_NotifyConnectionCallback on_connection, void *user) {
  sigset_t before;
  typecast_block_signals(&before);
  struct MHD_Daemon *daemon = MHD_start_daemon(
      MHD_USE_POLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL, on_request, user,
      MHD_OPTION_LISTEN_SOCKET, listener, MHD_OPTION_CONNECTION_LIMIT, connections,
      MHD_OPTION_CONNECTION_MEMORY_LIMIT, memory, MHD_OPTION_CONNECTION_TIMEOUT, head_seconds,
      MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_URI_LOG_CALLBACK, on_target, user,
      MHD_OPTION_NOTIFY_COMPLETED, on_completion, user, MHD_OPTION_NOTIFY_CONNECTION, on_connection, user,
      MHD_OPTION_END);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  return daemon;
}

// How long the client of a connection may be idle from now on; 0 for as long as it likes.
static inline void typecast_set_idle(struct MHD_Connection *connection, unsigned int seconds) {
  MHD_set_connection_option(connection, MHD_CONNECTION_OPTION_TIMEOUT, seconds);
}

static inline int typecast_is_complete(enum MHD_RequestTerminationCode end) {
  return end == MHD_REQUEST_TERMINATED_COMPLETED_OK;
}

static inline int typecast_is_start(enum MHD_ConnectionNotificationCode code) {
  return code == MHD_CONNECTION_NOTIFY_STARTED;
}

// Ends what comes and goes over a socket, which stays open: whoever waits for it hears of that.
static inline void typecast_end(int socket) { shutdown(socket, SHUT_RDWR); }

static inline int typecast_start_thread(void *(*body)(void *), void *user) {
  sigset_t before;
  pthread_attr_t attributes;
  pthread_t thread;
  typecast_block_signals(&before);
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  int failure = pthread_create(&thread, &attributes, body, user);
  pthread_attr_destroy(&attributes);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  return failure;
}

static inline int typecast_socket(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  return info == NULL ? -1 : info->connect_fd;
}

static inline size_t typecast_head_size(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
  return info == NULL ? 0 : info->header_size;
}

// An answer that is there as a whole; the bytes are copied.
static inline struct MHD_Response *typecast_whole_response(size_t count, const void *bytes) {
  return MHD_create_response_from_buffer(count, (void *)bytes, MHD_RESPMEM_MUST_COPY);
}

// The size of an answer whose end is not known yet; a macro that Swift does not see.
static const uint64_t typecast_unknown_size = MHD_SIZE_UNKNOWN;

// Breaks a connection off so that the other side sees a reset. The socket stays open, and is closed by its owner.
static inline void typecast_reset(int socket) {
#ifdef __linux__
  struct sockaddr nowhere;
  memset(&nowhere, 0, sizeof nowhere);
  nowhere.sa_family = AF_UNSPEC;
  connect(socket, &nowhere, sizeof nowhere);
#else
  struct linger option = {1, 0};
  setsockopt(socket, SOL_SOCKET, SO_LINGER, &option, sizeof option);
#endif
}

// A socket that listens at an address; -1 with errno where there can't be one.
static inline int typecast_listen(const struct sockaddr *address, socklen_t size) {
  int yes = 1;
  int listener = socket(address->sa_family, SOCK_STREAM, 0);
  if (listener < 0) return -1;
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  if (address->sa_family == AF_INET6) setsockopt(listener, IPPROTO_IPV6, IPV6_V6ONLY, &yes, sizeof yes);
  if (fcntl(listener, F_SETFD, FD_CLOEXEC) == 0 && fcntl(listener, F_SETFL, O_NONBLOCK) == 0 &&
      bind(listener, address, size) == 0 && listen(listener, SOMAXCONN) == 0) {
    return listener;
  }
  int failure = errno;
  close(listener);
  errno = failure;
  return -1;
}

// The port of an address of the Internet; 0 for another one.
static inline int typecast_address_port(const struct sockaddr *address) {
  switch (address->sa_family) {
  case AF_INET: return ntohs(((const struct sockaddr_in *)(const void *)address)->sin_port);
  case AF_INET6: return ntohs(((const struct sockaddr_in6 *)(const void *)address)->sin6_port);
  default: return 0;
  }
}

static inline void typecast_set_address_port(struct sockaddr *address, int port) {
  switch (address->sa_family) {
  case AF_INET: ((struct sockaddr_in *)(void *)address)->sin_port = htons((uint16_t)port); break;
  case AF_INET6: ((struct sockaddr_in6 *)(void *)address)->sin6_port = htons((uint16_t)port); break;
  default: break;
  }
}

// The port that a socket listens at; 0 where it does not.
static inline int typecast_port_of_listener(int listener) {
  struct sockaddr_storage address;
  socklen_t size = sizeof address;
  if (getsockname(listener, (struct sockaddr *)&address, &size) != 0) return 0;
  return typecast_address_port((struct sockaddr *)&address);
}

// A watch tells which of some sockets were closed by the other side. It reads nothing from them.

static inline int typecast_watch_open(void) {
#ifdef __linux__
  return epoll_create1(EPOLL_CLOEXEC);
#else
  return kqueue();
#endif
}

// Watches a socket until it is closed there, which is told once, or until it is closed here.
static inline int typecast_watch_add(int watch, int socket, uint64_t id) {
#ifdef __linux__
  struct epoll_event event;
  memset(&event, 0, sizeof event);
  event.events = EPOLLRDHUP | EPOLLONESHOT;
  event.data.u64 = id;
  return epoll_ctl(watch, EPOLL_CTL_ADD, socket, &event);
#else
  struct kevent change;
  EV_SET(&change, socket, EVFILT_READ, EV_ADD | EV_CLEAR, 0, 0, (void *)(uintptr_t)id);
  return kevent(watch, &change, 1, NULL, 0, NULL);
#endif
}

static inline void typecast_watch_remove(int watch, int socket) {
#ifdef __linux__
  epoll_ctl(watch, EPOLL_CTL_DEL, socket, NULL);
#else
  struct kevent change;
  EV_SET(&change, socket, EVFILT_READ, EV_DELETE, 0, 0, NULL);
  kevent(watch, &change, 1, NULL, 0, NULL);
#endif
}

// Waits for a socket that was closed there, for so many milliseconds or, with -1, for ever: 1 with its number, 0 after the
// time, -1 where the watch is no more.
static inline int typecast_watch_wait(int watch, int milliseconds, uint64_t *id) {
  for (;;) {
#ifdef __linux__
    struct epoll_event event;
    int count = epoll_wait(watch, &event, 1, milliseconds);
    if (count == 1) {
      *id = event.data.u64;
      return 1;
    }
#else
    struct kevent event;
    struct timespec pause = {milliseconds / 1000, (long)(milliseconds % 1000) * 1000000};
    int count = kevent(watch, NULL, 0, &event, 1, milliseconds < 0 ? NULL : &pause);
    if (count == 1 && (event.flags & EV_EOF)) {
      *id = (uint64_t)(uintptr_t)event.udata;
      return 1;
    }
#endif
    if (count == 0) return 0;
    if (count < 0 && errno != EINTR) return -1;
  }
}

#endif
