/* The measure for `gazette markdown`: libcmark's own parse and render, and nothing else.
 *
 *   cc -O2 -o peer peer.c -lcmark
 *   peer FILE...          parses and renders each file once; prints the bytes of HTML
 *   peer --html < FILE    prints the HTML of standard input, raw HTML and all
 */
#include <cmark.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *read_all(FILE *file, size_t *length) {
  size_t capacity = 1 << 16, used = 0;
  char *buffer = malloc(capacity);
  while (buffer != NULL) {
    used += fread(buffer + used, 1, capacity - used, file);
    if (used < capacity) break;
    capacity *= 2;
    buffer = realloc(buffer, capacity);
  }
  *length = used;
  return buffer;
}

static char *render(const char *text, size_t length) {
  cmark_node *document = cmark_parse_document(text, length, CMARK_OPT_DEFAULT);
  char *html = cmark_render_html(document, CMARK_OPT_UNSAFE);
  cmark_node_free(document);
  return html;
}

int main(int count, char **arguments) {
  size_t length, total = 0;
  if (count == 2 && strcmp(arguments[1], "--html") == 0) {
    char *text = read_all(stdin, &length);
    if (text == NULL) return 3;
    char *html = render(text, length);
    fputs(html, stdout);
    free(html);
    free(text);
    return 0;
  }
  for (int index = 1; index < count; index++) {
    FILE *file = fopen(arguments[index], "rb");
    if (file == NULL) return 3;
    char *text = read_all(file, &length);
    fclose(file);
    if (text == NULL) return 3;
    char *html = render(text, length);
    total += strlen(html);
    free(html);
    free(text);
  }
  printf("%zu\n", total);
  return 0;
}
