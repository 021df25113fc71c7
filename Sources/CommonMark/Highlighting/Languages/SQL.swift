extension LanguageRules {
  static let sql = LanguageRules(
    names: ["sql", "postgresql", "mysql", "sqlite", "tsql"],
    keywords: [
      "ALL", "ALTER", "AND", "AS", "ASC", "BEGIN", "BETWEEN", "BY", "CASE", "COMMIT", "CREATE",
      "CROSS", "DELETE", "DESC", "DISTINCT", "DROP", "ELSE", "END", "EXCEPT", "EXISTS", "FROM",
      "FULL", "GROUP", "HAVING", "IN", "INDEX", "INNER", "INSERT", "INTERSECT", "INTO", "IS",
      "JOIN", "KEY", "LEFT", "LIKE", "LIMIT", "NOT", "OFFSET", "ON", "OR", "ORDER", "OUTER",
      "OVER", "PARTITION", "PRIMARY", "REFERENCES", "RIGHT", "ROLLBACK", "SELECT", "SET", "TABLE",
      "THEN", "UNION", "UPDATE", "USING", "VALUES", "VIEW", "WHEN", "WHERE", "WITH",
    ],
    constants: [
      "AVG", "BOOLEAN", "COALESCE", "COUNT", "DATE", "FALSE", "INTEGER", "MAX", "MIN", "NULL",
      "NUMERIC", "SUM", "TEXT", "TIMESTAMP", "TRUE", "VARCHAR",
    ], ignoresCase: true, lineComments: ["--"],
    blockComment: Delimited("/*", "*/", escapes: false, lines: true),
    strings: [Delimited("'", escapes: false, lines: true), Delimited("\"", escapes: false)])
}
