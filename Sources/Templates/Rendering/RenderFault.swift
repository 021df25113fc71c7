/// What went wrong in one step of a render; the machine adds the place.
struct RenderFault: Error {
  let rule: String
  let message: String

  static func type(_ message: String) -> RenderFault {
    RenderFault(rule: "wrong-type", message: message)
  }

  static func value(_ message: String) -> RenderFault {
    RenderFault(rule: "wrong-value", message: message)
  }

  static func absent(_ message: String) -> RenderFault {
    RenderFault(rule: "undefined-value", message: message)
  }

  static func limit(_ message: String) -> RenderFault {
    RenderFault(rule: "render-limit", message: message)
  }
}
