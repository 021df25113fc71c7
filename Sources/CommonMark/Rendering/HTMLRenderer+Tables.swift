extension HTMLRenderer {
  mutating func enterTable(_ index: Int32) {
    output.startLine()
    output.append("<table")
    append(attributes: attributes(of: index))
    output.append(">\n")
  }

  mutating func leaveTable(_ index: Int32) {
    output.append("</table>\n")
  }

  mutating func enterRow(_ node: Node) {
    if node.flags.contains(.head) {
      output.append("<thead>\n")
    } else if node.number == 1 {
      output.append("<tbody>\n")
    }
    output.append("<tr>\n")
  }

  mutating func leaveRow(_ index: Int32) {
    output.append("</tr>\n")
    if tree[index].flags.contains(.head) {
      output.append("</thead>\n")
    } else if tree[index].nextSibling == Node.none {
      output.append("</tbody>\n")
    }
  }

  mutating func enterCell(_ node: Node) {
    output.append(node.flags.contains(.head) ? "<th" : "<td")
    switch TableAlignment(rawValue: node.number) {
    case .left: output.append(" align=\"left\"")
    case .center: output.append(" align=\"center\"")
    case .right: output.append(" align=\"right\"")
    case .natural, nil: break
    }
    output.append(">")
  }

  mutating func leaveCell(_ node: Node) {
    derived.endWord()
    output.append(node.flags.contains(.head) ? "</th>\n" : "</td>\n")
  }
}
