internal import GazetteCommands

#if os(Linux)
  // Being linked is all it is for: it takes the place of the C library's allocator.
  internal import CMimalloc
#endif

await Gazette.start()
