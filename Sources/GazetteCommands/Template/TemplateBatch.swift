import Diagnostics
import Foundation
import Templates

/// Answers a line of JSON for each line of JSON on standard input.
struct TemplateBatch {
  func run() {
    var renderer = Renderer()
    while let line = readLine() {
      if line.allSatisfy(\.isWhitespace) { continue }
      var answer = answer(to: line, with: &renderer)
      answer += "\n"
      answer.withUTF8 { StandardStreams.writeOutput($0) }
    }
  }

  private func answer(to line: String, with renderer: inout Renderer) -> String {
    let request: JSONValue
    do throws(JSONReader.Failure) {
      request = try JSONReader.read(Array(line.utf8))
    } catch {
      return failure(id: "", "the request is no JSON: \(error.message)")
    }
    let id = request["id"]?.text ?? ""
    guard let root = request["root"]?.text, let main = request["main"]?.text else {
      return failure(id: id, "a request needs 'root' and 'main'")
    }
    do throws(TemplateFolder.Failure) {
      let folder = try TemplateFolder(root: root)
      return render(id: id, main, folder, request["data"] ?? .object([]), with: &renderer)
    } catch {
      return failure(id: id, error.message)
    }
  }

  private func render(
    id: String, _ main: String, _ folder: TemplateFolder, _ data: JSONValue,
    with renderer: inout Renderer
  ) -> String {
    do throws(JSONPage.Refusal) {
      let page = try JSONPage(main: main, folder: folder, data: data)
      var output = OutputBuffer()
      _ = try page.render(with: &renderer, into: &output)
      let text = output.withBytes { String(decoding: $0, as: UTF8.self) }
      return "{\"id\":\(quoted(id)),\"ok\":true,\"output\":\(quoted(text))}"
    } catch {
      return failure(id: id, folder.print(error.diagnostics))
    }
  }

  private func failure(id: String, _ message: String) -> String {
    "{\"id\":\(quoted(id)),\"ok\":false,\"error\":\(quoted(message))}"
  }

  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      // Readers of lines break at more than the newline.
      case _
      where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
        || scalar.value == 0x2028 || scalar.value == 0x2029:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
