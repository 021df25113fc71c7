#ifndef PARSE_MEMORY_H
#define PARSE_MEMORY_H

#include <stddef.h>

/* Memory for one parse at a time on each thread, taken in large pieces and given back at once.
 *
 * libcmark allocates every node and buffer singly, and spends a third of a parse in the
 * allocator. Here an allocation is an addition, and freeing is left to `parse_memory_reset`. */

void *parse_memory_calloc(size_t count, size_t size);
void *parse_memory_realloc(void *old, size_t size);
void parse_memory_free(void *old);

/* Returns the length of a text that ends with a zero byte. */
size_t parse_memory_length(const char *text);

/* Returns where a byte first stands, or `count`. */
size_t parse_memory_find(const void *bytes, unsigned char byte, size_t count);

/* Takes back all that this thread has allocated since the last reset. */
void parse_memory_reset(void);

#endif
