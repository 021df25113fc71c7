import GazetteCommands

await Gazette.start()
