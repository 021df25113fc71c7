import GazetteCommands

Gazette.start()
