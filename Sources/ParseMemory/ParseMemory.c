#include "ParseMemory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Every allocation is aligned to 16 bytes and has its length in the 16 bytes before it. */
enum { alignment = 16, first_chunk = 1 << 18, largest_kept = 1 << 22 };

typedef struct chunk {
  struct chunk *older;
  size_t size;
  size_t used;
  size_t padding;
  char bytes[];
} chunk;

static _Thread_local chunk *newest;

static size_t aligned(size_t size) {
  /* More than half of all memory is a request that only an overflow makes. */
  if (size > SIZE_MAX / 2) abort();
  return (size + alignment - 1) & ~(size_t)(alignment - 1);
}

static void add_chunk(size_t needed) {
  size_t size = newest == NULL ? first_chunk : newest->size * 2;
  if (size < needed) size = needed;
  chunk *added = malloc(sizeof(chunk) + size);
  /* libcmark knows no failure either: its own allocator aborts. */
  if (added == NULL) abort();
  added->older = newest;
  added->size = size;
  added->used = 0;
  newest = added;
}

static void *take(size_t size) {
  size_t total = alignment + aligned(size);
  if (newest == NULL || newest->size - newest->used < total) add_chunk(total);
  char *place = newest->bytes + newest->used;
  newest->used += total;
  *(size_t *)place = size;
  return place + alignment;
}

void *parse_memory_calloc(size_t count, size_t size) {
  if (size != 0 && count > SIZE_MAX / 2 / size) abort();
  return memset(take(count * size), 0, count * size);
}

void *parse_memory_realloc(void *old, size_t size) {
  if (old == NULL) return take(size);
  size_t *length = (size_t *)((char *)old - alignment);
  if (size <= *length) return old;
  /* A buffer that grows is mostly the last that was made. */
  size_t more = aligned(size) - aligned(*length);
  if ((char *)old + aligned(*length) == newest->bytes + newest->used &&
      newest->size - newest->used >= more) {
    newest->used += more;
    *length = size;
    return old;
  }
  void *place = take(size);
  return memcpy(place, old, *length);
}

void parse_memory_free(void *old) { (void)old; }

size_t parse_memory_length(const char *text) { return strlen(text); }

size_t parse_memory_find(const void *bytes, unsigned char byte, size_t count) {
  const char *found = memchr(bytes, byte, count);
  return found == NULL ? count : (size_t)(found - (const char *)bytes);
}

void parse_memory_reset(void) {
  if (newest == NULL) return;
  /* The newest is the largest, and the next text will need about as much. */
  while (newest->older != NULL) {
    chunk *old = newest->older;
    newest->older = old->older;
    free(old);
  }
  newest->used = 0;
  if (newest->size > largest_kept) {
    free(newest);
    newest = NULL;
  }
}
